class R:
    def __reversed__(self): return iter("reversed")
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class N:
    __reversed__ = None
    def __len__(self): return 1
    def __getitem__(self, i): return i
print("".join(reversed(R())), list(reversed(S())), list(reversed([1, 2])), list(reversed((1, 2))), list(reversed(range(3))), "".join(reversed("abc")), list(reversed(b"ab")), list(reversed({1: 2}.items())))
for bad in (N(), {1}, 5, iter([]), (x for x in ""), object()):
    try:
        print(list(reversed(bad)))
    except TypeError as e:
        print(e)
r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), list(r), list(r))
l = [1, 2, 3]
r = reversed(l)
l.append(4)
print(list(r))
r = reversed(l)
l.clear()
print(list(r))
