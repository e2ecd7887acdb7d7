# Keys of a dict display: one constant with all of them up to 3.13, constants of their own from 3.14 on.
from sys import getrefcount as count

prices = {'red apple': 1.5, 'blue plum': 2.5}
print(count('red apple'), [count(key) for key in prices], [count(value) for value in prices.values()])
single = {'green pear': 3.5}
print(count('green pear'), [count(key) for key in single])
key = 'red apple'
print(count(key), key in prices)
del prices['red apple']
print(count(key))
prices[key] = key
print(count(key))


def keywords(**given):
    return [count(name) for name in given]


print(keywords(**{'no name': 1, 'no other': 2}), keywords(**{'no name': 3}))
