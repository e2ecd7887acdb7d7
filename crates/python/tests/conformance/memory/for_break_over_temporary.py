def gen():
    try:
        yield 1
        yield 2
    finally:
        print('finally')


def first():
    for x in gen():
        return x


for x in gen():
    break
print('after break')
print(first())
a, *b = (y for y in gen())
print(a, b)
try:
    [c] = gen()
except ValueError as e:
    print(e)
