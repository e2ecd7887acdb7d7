# sys.intern makes a str immortal up to 3.12. From 3.13 on it dies as others do, and its text can be interned anew.
import sys

first = 'zonk' + str(len('ab'))
second = 'zonk' + str(len('cd'))
print(first is second, sys.intern(first) is first, sys.intern(second) is first)
print(sys.getrefcount(first) > 1 << 30, sys.getrefcount(second))
second = sys.intern(second)
print(first is second, sys.getrefcount(second) > 1 << 30 or sys.getrefcount(second))
del first
third = sys.intern('zonk' + '2')
print(second is third)
