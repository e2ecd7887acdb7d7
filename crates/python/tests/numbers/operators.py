import warnings

# `~True` is deprecated, and right until it goes.
warnings.simplefilter("ignore", DeprecationWarning)

ints = [0, 1, -1, 2, -2, 7, -7, 10, 255, 256, 257, 2**31, -2**31, 2**53, 2**53 + 1, 2**62, 2**63 - 1, -2**63, 2**63, 2**64, -2**64 - 1, 10**30, -10**30, 3**100]
floats = [0.0, -0.0, 1.0, -1.5, 2.5, 0.1, 1e16, 1e300, -1e-300, 2.0**53, 2.0**63, float('inf'), float('-inf'), float('nan')]
bools = [True, False]


def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)


def digest(text):
    h = 0
    for c in text:
        h = (h * 31 + ord(c)) % 1000000007
    return h


everything = ints + floats + bools
for name, op in [
    ('+', lambda a, b: a + b), ('-', lambda a, b: a - b), ('*', lambda a, b: a * b), ('/', lambda a, b: a / b),
    ('//', lambda a, b: a // b), ('%', lambda a, b: a % b), ('divmod', divmod),
    ('&', lambda a, b: a & b), ('|', lambda a, b: a | b), ('^', lambda a, b: a ^ b),
    ('==', lambda a, b: a == b), ('<', lambda a, b: a < b), ('<=', lambda a, b: a <= b),
    ('>', lambda a, b: a > b), ('>=', lambda a, b: a >= b), ('!=', lambda a, b: a != b),
]:
    for a in everything:
        print(name, repr(a), digest(' '.join([show(lambda: op(a, b)) for b in everything])))
for a in ints + floats + bools:
    print(repr(a), hash(a) if a == a else 'nan', show(lambda: -a), show(lambda: +a), show(lambda: ~a), show(lambda: abs(a)), show(lambda: int(a)), show(lambda: float(a)), bool(a),
          show(lambda: round(a)), show(lambda: round(a, 1)), show(lambda: round(a, -1)), show(lambda: a.as_integer_ratio()), show(lambda: a.is_integer()),
          show(lambda: a.bit_length()), show(lambda: a.bit_count()), show(lambda: a.hex()), show(lambda: hex(a)), show(lambda: bin(a)), show(lambda: oct(a)))
for a in [0, 1, -1, 2, -2, 3, 10, -10, 2**31, 1.5, -1.5, 0.0, True]:
    for b in [0, 1, -1, 2, 3, 10, 63, 64, 100, 0.5, -0.5, False]:
        print(repr(a), '**', repr(b), show(lambda: a**b), show(lambda: pow(a, b, 7)), show(lambda: pow(a, b, -7)))
for a in ints:
    print(a, digest(' '.join([f'{a << n} {a >> n}' for n in [0, 1, 5, 31, 62, 63, 64, 65, 100]])))
for a in ints:
    row = []
    for length in [1, 2, 4, 8, 9, 16]:
        for order in ['big', 'little']:
            for signed in [False, True]:
                r = show(lambda: a.to_bytes(length, order, signed=signed))
                if r.startswith('b'):
                    b = a.to_bytes(length, order, signed=signed)
                    assert int.from_bytes(b, order, signed=signed) == a
                row.append(r)
    print(a, 'to_bytes', digest(' '.join(row)))
for text in ['0', '12', '-12', '+7', ' 8 ', '1_000', '1__0', '_1', '1_', '', '-', '0x1F', '0b101', '0o17', '0x', '1f', 'zz', '٣', '1.0', '1 2', '\n5\t']:
    print(repr(text), [show(lambda: int(text, base)) for base in [0, 2, 8, 10, 16, 36]], show(lambda: int(text)), show(lambda: float(text)), show(lambda: complex(text)))
complexes = [0j, 1j, -1j, 1 + 2j, -1.5 - 2.5j, complex(-0.0, 0.0), complex(0.0, -0.0), complex('nan'), complex('inf'), 3, 2.5, True]
for a in complexes:
    for b in complexes:
        print(repr(a), repr(b), show(lambda: a + b), show(lambda: a - b), show(lambda: a * b), show(lambda: a / b), show(lambda: a == b), show(lambda: a != b))


class MyInt(int):
    pass


class MyFloat(float):
    def __repr__(self):
        return 'MyFloat'


class Index:
    def __index__(self):
        return 5


class Float:
    def __float__(self):
        return 2.5


class Int:
    def __int__(self):
        return 9


class Bad:
    def __int__(self):
        return 'x'

    def __float__(self):
        return 1

    def __index__(self):
        return 1.5


m = MyInt(7)
print(type(m), m, m + 1, type(m + 1), -m, type(+m), repr(m), m == 7, hash(m) == hash(7), [10, 20, 30][MyInt(1)], f'{m:5d}|', MyInt('12', 3), MyInt(), isinstance(m, int))
print(MyFloat(2.5), MyFloat(2.5) + 1, str(MyFloat(1)), f'{MyFloat(1.5):.2f}', f'{MyFloat(1.5)}')
m.tag = 'a'
print(m.tag, m.__dict__)
for x in [Index(), Float(), Int(), Bad()]:
    print(type(x).__name__, show(lambda: int(x)), show(lambda: float(x)), show(lambda: complex(x)), show(lambda: hex(x)), show(lambda: range(x)), show(lambda: [1] * x), show(lambda: int('11', x)), show(lambda: round(1.23456, x)), show(lambda: '%d' % x), show(lambda: '%x' % x), show(lambda: '%f' % x), show(lambda: '%c' % x))
print(MyInt.from_bytes(b'\x05'), type(MyInt.from_bytes(b'\x05')), type(MyFloat.fromhex('0x1p3')))


class Num:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return ('add', self.v, o)

    def __radd__(self, o):
        return ('radd', self.v, o)

    def __pow__(self, o, m=None):
        return ('pow', self.v, o, m)

    def __rpow__(self, o):
        return ('rpow', self.v, o)

    def __divmod__(self, o):
        return ('divmod', o)

    def __abs__(self):
        return 'abs'

    def __round__(self, n='none'):
        return ('round', n)

    def __format__(self, spec):
        return f'<{spec}>'

    def __lt__(self, o):
        return self.v < o.v

    def __gt__(self, o):
        return self.v > o.v

    def __repr__(self):
        return f'Num({self.v})'

    def __trunc__(self):
        return 3

    def __ceil__(self):
        return 4

    def __floor__(self):
        return 5


n = Num(1)
print(n + 1, 1 + n, 1.5 + n, n**2, 2**n, pow(n, 2, 3), divmod(n, 2), abs(n), round(n), round(n, 2), f'{n:abc}', '{:>{}}'.format(n, 3), format(n))
print(sum([n], n), sum([1, n]), max(Num(1), Num(3), Num(2)), min([Num(4), Num(3)]), min(Num(1), Num(1)))
import math
print(math.trunc(n), math.ceil(n), math.floor(n), show(lambda: int(n)))
for r in [range(0), range(5), range(1, 10, 3), range(10, 0, -3), range(-5, 5), range(10**20, 10**20 + 5), range(0, 10**20, 10**19), range(2**63 - 3, 2**63 - 1), range(-2**63, -2**63 + 3), range(5, -2**63, -2**62)]:
    print(r, show(lambda: len(r)), bool(r), show(lambda: list(r)), show(lambda: list(reversed(r))), show(lambda: r[0]), show(lambda: r[-1]), show(lambda: r[1:3]), show(lambda: r[::-1]), show(lambda: r[::2]), hash(r) == hash(r[:]), r == r[:], 3 in r, 3.0 in r, 10**20 in r, True in r, r.count(3), show(lambda: r.index(4)), show(lambda: sum(r)), show(lambda: max(r)), r.start, r.stop, r.step)
for s in [(None, None, None), (1, None, None), (None, -1, None), (-3, -1, None), (None, None, -1), (100, -100, -2), (-100, 100, 3), (2, 2, 1), (5, 1, -1)]:
    sl = slice(*s)
    print(s, range(10)[sl], list(range(10)[sl]), range(0, 100, 7)[sl], range(10**20)[sl])
total = 0
for i in range(3, 1000, 7):
    total += i * i
print(total, [i for i in range(10, -1, -3)], sum(i for i in range(100) if i % 3 == 0))
x = 1
for i in range(1, 60):
    x *= i
print(x, x // 7**20, x % 10**9, len(str(x)))
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
print(a, a * b, a - b, -a // b, divmod(-a, 1000003), math.isqrt(a), math.gcd(a, b), a & b, a | b, a ^ b, ~a)
for k in range(1, 40):
    q = (a * 10**k) / b
    print(k, q, (a << k) / (b >> 1), 1 / (a << k))
print(10**20 == 1e20, 10**23 == 1e23, 10**22 == 1e22, 2**53 + 1 == 2.0**53, 2**1023 < float('inf'), 2**1024 > 1e308, 10**400 > 1e308, -10**400 < float('-inf'), float(2**53 + 1), float(10**23))
print({1: 'a', 1.0: 'b', True: 'c'}, {2**100: 1}[2.0**100], hash(2.0**100) == hash(2**100), hash(0.5), hash(-0.0), hash(1e22), hash(float('-inf')), hash(3 + 0j), hash(1j))
print('%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%e|%g|%.3f|%10.2f|%-10s|%5s|%r|%c%c|%%|%i' % (42, 42, 42, 42, 42, 255, 255, 255, 8, 12345.678, 0.0001, 3.14159, 2.5, 'ab', 'cd', 'x', 'y', 90, 7))
print('%(a)s-%(b)05.1f' % {'a': 1, 'b': 2}, '%s' % (None,), '%s %s' % ([1], {2: 3}), '%.2s|%5.1s|' % ('abc', 'xyz'), '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159))
print('{} {!r} {:>5} {:<5}| {:^5} {:05d} {:,} {:.3f} {:e} {:x} {:#b} {:+} {a} {b[0]} {c.real} {0}'.format if False else '{} {!r} {:>5} {:<5}| {:^5} {:05d} {:,} {:.3f} {:e} {:x} {:#b} {:+} {a} {b[0]} {c.real}'.format(1, 'a', 2, 3, 4, 5, 1234567, 2.0, 12345.0, 255, 5, 6, a='A', b=['B'], c=3))
print('{0}{1}{0}'.format('a', 'b'), '{:{w}.{p}f}'.format(3.14159, w=10, p=2), '{x[k]} {x[0]}'.format(x={'k': 1, 0: 2}), '{{}}'.format(), '{:%}'.format(0.25), '{!s:>4}'.format('é'), '{!a}'.format('é'), '{a}'.format_map({'a': 5}))
v = 3.14159
print(f'{v}', f'{v:.2f}', f'{v!r:>10}', f'{v=}', f'{v = :.3f}', f'{10:#x} {10:#o} {-10:08b} {1000000:_} {255:_x} {70000:_b}', f'{1.0} {1e100} {1e-7} {123456789012345680.0} {0.1 + 0.2}', f'{True} {True:d} {True:5}', f'{None}', f'{1 + 2j} {1 + 2j:.1f}', f'{10**30:,}', f'{12:c}', f'{1e6:g} {1e5:g} {123456:n}')
