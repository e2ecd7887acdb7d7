import sys
class A:
    def __init__(self):
        self.value = []
    def __getattribute__(self, name):
        print(name, sys.getrefcount(self))
        return object.__getattribute__(self, name)
class B(A):
    def __getattr__(self, name):
        return name
for kind in A, B:
    a = kind()
    for i in range(3):
        a.value
b = B()
for i in range(2):
    b.missing
