from itertools import chain


def numbers():
    print("start")
    yield 1
    yield 2
    print("end")


print(list(chain("ab", (), [3], {4: 5})))
print(list(chain.from_iterable(["ab", "cd"])))
it = chain(numbers(), numbers())
print(next(it), next(it), next(it))
print(list(it), list(it))
it = chain([1], 5)
print(next(it))
try:
    next(it)
except TypeError as error:
    print(error)
print(next(it, "exhausted"))
try:
    chain(a=1)
except TypeError as error:
    print(error)
