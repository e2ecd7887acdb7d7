import sys

a = 1
print(sys.getsizeof({}), sys.getsizeof({'a': 1}), sys.getsizeof({1: 1}), sys.getsizeof({'a': a, 1: a}))
print([sys.getsizeof({i: i for i in range(n)}) for n in (0, 1, 5, 6, 10, 11)])
print([sys.getsizeof(dict.fromkeys('abcdefghijkl'[:n])) for n in (0, 1, 5, 6, 10, 11)])
print(sys.getsizeof(dict(a=1)), sys.getsizeof(dict([('a', 1)])), sys.getsizeof(dict({'a': 1, 'b': 2})))
print(sys.getsizeof({**{'a': 1}}), sys.getsizeof({'a': 1} | {'b': 2}), sys.getsizeof(dict.fromkeys(range(20))))
