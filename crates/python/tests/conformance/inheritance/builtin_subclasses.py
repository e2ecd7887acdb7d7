class MyList(list):
    def __getitem__(self, i):
        return "item" if isinstance(i, int) else super().__getitem__(i)
    def total(self): return sum(self)


l = MyList([1, 2, 3])
l.note = "attribute"
print(l, l[0], l.total(), len(l), l.note, type(l + [4]), type(l[:2]), list(l), isinstance(l, list))


class Upper(str):
    def __new__(cls, s): return super().__new__(cls, s.upper())
    def __repr__(self): return f"Upper({str(self)!s})"


u = Upper("abc")
print(u, repr(u), type(u.lower()), u == "ABC", {u: 1}["ABC"], u + "d", f"{u}", u.join(["x", "y"]))


class Celsius(float):
    def __add__(self, other): return Celsius(super().__add__(other))


print(Celsius(1.5) + 1, type(Celsius(1.5) + 1).__name__, type(Celsius(1) * 2).__name__, Celsius("2.5"))


class D(dict):
    def __missing__(self, key):
        return f"no {key}"


d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d, type(d.copy()))


class I(int):
    pass


print(I(5) + 1, type(I(5) + 1), I(5) == 5, hash(I(5)), I("ff", 16), repr(I(3)), f"{I(7):03d}", [10, 20][I(1)])


class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)


print(T(1, 2), T(1) == (1,), {T(1): 2}[(1,)], T(3, 4)[1])
