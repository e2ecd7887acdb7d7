class C:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


with C() as c:
    x = [c]
y = x
