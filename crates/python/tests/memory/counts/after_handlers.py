# Where a handler ends in return or continue, 3.14 counts references in what follows; 3.15 does not.
from sys import getrefcount as count


def returning(make):
    try:
        made = make()
    except ValueError:
        return
    print(count(made), count(make))


def passing(make):
    try:
        made = make()
    except ValueError:
        pass
    print(count(made), count(make))


def continuing(items):
    for item in items:
        try:
            copy = item[:]
        except TypeError:
            continue
        print(count(item), count(copy))
    print(count(items))


def conditional(items):
    try:
        if items:
            print(count(items))
    except ValueError:
        return
    print(count(items))


returning(lambda: [1])
passing(lambda: [1])
continuing([[], []])
conditional([1])
