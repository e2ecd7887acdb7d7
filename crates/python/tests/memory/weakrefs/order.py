import weakref


class A:
    pass


def one(ref):
    pass


def two(ref):
    pass


a = A()
refs = {'one': weakref.ref(a, one), 'two': weakref.ref(a, two)}
refs['proxy'] = weakref.proxy(a)
refs['basic'] = weakref.ref(a)
refs['called proxy'] = weakref.proxy(a, one)


def names():
    return [name for w in weakref.getweakrefs(a) for name, r in refs.items() if r is w]


print(names())
del refs['basic']
print(names())
refs['three'] = weakref.ref(a, one)
refs['basic'] = weakref.ref(a)
print(names())
