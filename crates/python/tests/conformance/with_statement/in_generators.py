class M:
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, kind, *rest):
        print("exit", kind and kind.__name__)
        return kind is ValueError


def g():
    for i in range(2):
        with M():
            yield i
            if i == 0:
                raise ValueError("swallowed")
    with M():
        try:
            yield "last"
        except KeyError:
            yield "after key error"


it = g()
print(next(it), next(it), next(it))
print(it.throw(KeyError))
it.close()
for x in g():
    print(x)
    break
