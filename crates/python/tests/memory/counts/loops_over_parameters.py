# Whether a loop's list counts, where the list is a parameter that does not.
import sys


class Items:
    def __init__(self, items=None):
        print(sys.getrefcount(things))
        self.update(items)
        self.first(items)
        self.keep(items)

    def update(self, items):
        print(sys.getrefcount(things))
        for item in items:
            self.add(item)

    def first(self, items):
        for item in iter(items):
            print(sys.getrefcount(things))
            break

    def keep(self, items):
        kept = items
        print(sys.getrefcount(things))

    def add(self, item):
        print(sys.getrefcount(things))


things = [1]
Items(things)
Items(things)


def passes(items):
    Items(items)


passes(things)
