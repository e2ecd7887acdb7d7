# From 3.14 on a method called through super() borrows self only from the second time on.
import sys


class Base:
    def __init__(self):
        print(sys.getrefcount(self))

    def show(self):
        print(sys.getrefcount(self))


class Derived(Base):
    def __init__(self):
        super().__init__()
        super(Derived, self).__init__()
        Base.__init__(self)
        print(sys.getrefcount(self))
        super().show()
        bound = super().show
        bound()
        self.show()


first = Derived()
second = Derived()
second.show()
second.later = second.show
second.later()
del second.later
print(sys.getrefcount(second))
