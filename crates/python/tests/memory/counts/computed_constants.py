# What the compiler computes: up to 3.13 the syntax tree holds it as it holds what stands in the source.
from sys import getrefcount as count

print(count(300000 + 200000), count(500001))
print(count('two words ' * 2), count('two words'), count('one ' 'two'))
print(count(-2.5), count(2.75), count(1 << 40), count(~100000))
half = -0.125
print(count(half))


def inside():
    value = 7.5 * 3
    also = -1234567
    return count(value), count(also), count(2 ** 70)


print(inside())
