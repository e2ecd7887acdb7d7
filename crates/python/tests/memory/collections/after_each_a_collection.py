import gc
gc.collect()
dict(zip([], [1]))
gc.collect()
list(filter(None, []))
gc.collect()
{a: b for a, b in enumerate([])}
gc.collect()
dict(zip([1], [1]))
gc.collect()
list(zip([], [1]))
gc.collect()
list(map(str, []))
gc.collect()
dict([])
gc.collect()
dict(iter([]))
gc.collect()
list(iter([]))
gc.collect()
[x for x in iter([])]
gc.collect()
tuple(iter([]))
gc.collect()
set(iter([]))
gc.collect()
sorted([])
gc.collect()
round(11, -1)
gc.collect()
round(11, 1)
gc.collect()
round(1.5)
gc.collect()
divmod(7, 2)
gc.collect()
m = {'a': 1, 'b': 2}
gc.collect()
match m:
    case {'key': 1}:
        pass
gc.collect()
match m:
    case {'a': 3}:
        pass
gc.collect()
match m:
    case {'a': 1, **rest}:
        pass
rest = 0
gc.collect()
match 3:
    case {'a': 1, **rest}:
        pass
gc.collect()
match [1, 2]:
    case [1, *rest]:
        pass
rest = 0
gc.collect()
match [1, 2]:
    case [3, *rest]:
        pass
gc.collect()
match m:
    case dict(x=3):
        pass
gc.collect()
list({}.items())
gc.collect()
list({1: 2}.items())
gc.collect()
[*range(3)]
gc.collect()
sorted({'a': 1}.items(), key=lambda a: 1)
gc.collect()
'a,b'.split(',')
gc.collect()
'a,b'.partition(',')
gc.collect()
','.join(['a'])
gc.collect()
','.join(str(x) for x in [1])
gc.collect()
'abc'.translate({97: 'x'})
gc.collect()
'{:>{w}}'.format(1, w=3)
gc.collect()
'%s %d' % ('a', 1)
gc.collect()
'%(a)s' % {'a': 1}
gc.collect()
str([1])
gc.collect()
repr((1,))
gc.collect()
repr({1: 2})
gc.collect()
reversed([1])
gc.collect()
any(x for x in [1])
gc.collect()
sum([1, 2])
gc.collect()
sum([[1], [2]], [])
gc.collect()
max([1, 2])
gc.collect()
max([])if 0 else 1
gc.collect()
{1, 2} | {3}
gc.collect()
{1: 2} | {3: 4}
gc.collect()
[1] * 3
gc.collect()
(1,) + (2,) * len([1])
gc.collect()
x = [1, 2]; x[0:1] = [3]
gc.collect()
del x[0]
gc.collect()
isinstance(1, (int, str))
gc.collect()
hash((1, 2))
gc.collect()
int.from_bytes(b'ab', 'big')
gc.collect()
(5).to_bytes(2, 'big')
gc.collect()
float('1.5').as_integer_ratio()
gc.collect()
(1.5).hex()
gc.collect()
complex(1, 2)
gc.collect()
bytes([1, 2])
gc.collect()
b'ab'.hex()
gc.collect()
bytearray(b'ab').decode()
gc.collect()
'é'.encode('utf-8')
gc.collect()
'a'.center(3)
gc.collect()
slice(1, 2).indices(5)
gc.collect()
frozenset([1])
gc.collect()
[1, 2].index(2)
gc.collect()
vars()
gc.collect()
