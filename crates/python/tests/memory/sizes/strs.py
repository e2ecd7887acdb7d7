import sys

print([sys.getsizeof('a' * n) for n in (0, 1, 2, 10, 1000)])
print([sys.getsizeof('ÿ' * n) for n in (2, 10, 1000)])
print([sys.getsizeof('Ā' * n) for n in (2, 10, 1000)])
print([sys.getsizeof('😀' * n) for n in (2, 10, 1000)])
print(sys.getsizeof('aÿĀ'[:1]), sys.getsizeof('aÿĀ'[:2] + ''), 'abc'.__sizeof__())
