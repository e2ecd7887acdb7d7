import gc


class A:
    def __new__(cls, *args):
        return super().__new__(cls)


class B(list):
    def __new__(cls, *args):
        return list.__new__(cls)


gc.collect()
x = A()
gc.collect()
x = A(1)
gc.collect()
x = B([1])
gc.collect()
x = int.__new__(int, 5)
gc.collect()
x = tuple.__new__(tuple, [1])
gc.collect()
x = ValueError.__new__(ValueError, 1)
x = None
