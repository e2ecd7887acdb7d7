# Names of keyword arguments are names; keys of a dict that is unpacked stay what they are.
from sys import getrefcount


def count(text):
    number = getrefcount(text)
    return 'immortal' if number > 1 << 30 else number


def collect(first=None, **rest):
    return [count(name) for name in rest]


print(collect(gnu=1, yak=2))
made = 'auro' + str(len('chs'))
print(collect(**{made: 1, 'ibex': 2}), count(made))
print(collect(1, okapi=3, **{'first ': 4}))
print(collect(**dict(kudu=1)))
print(count('okapi'), count('ibex'), count('markhor'))
names = []
(lambda **given: names.extend(given))(**{made: 1})
print(names[0] is made, count(made))
