import reprlib

print(reprlib.repr(list(range(50))), reprlib.repr("x" * 80), reprlib.repr({i: i * i for i in range(9)}))
print(reprlib.repr((1,)), reprlib.repr({3, 1, 2}), reprlib.repr([[[[[[[[]]]]]]]]), reprlib.repr(10 ** 60))
r = reprlib.Repr(maxlist=2, maxstring=12)
print(r.repr(["abcdefghijklmnop", 1, 2, 3]))
r.indent = 3
print(r.repr([1, [2, 3], {"k": ()}]))
