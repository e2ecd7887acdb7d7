import weakref


class A:
    pass


def first(ref):
    global second_ref
    print('first')
    second_ref = None


a = A()
second_ref = weakref.ref(a, lambda ref: print('second'))
first_ref = weakref.ref(a, first)
del a
print(second_ref)
