# A tuple of constants is a constant; what is in it can be a constant of the code as well.
from sys import getrefcount as count

pair = ('one two', 12345.5)
print(count(pair), count(pair[0]), count(pair[1]))
same = ('one two', 12345.5)
print(pair is same, count(pair))
alone = 'one two'
print(count(alone), alone is pair[0])
nested = (1, ('three four', 2), 'three four')
print(count(nested), count(nested[1]), count(nested[2]), nested[1][0] is nested[2])
for item in [('five six', 0.5), ('seven', -0.5)]:
    print(count(item), count(item[0]), count(item[1]))
print('x y' in {'x y', 'z w'}, count('x y'))


def returned():
    'It says so.'
    return 'one two', 12345.5


print(returned() is pair, count(returned()))
