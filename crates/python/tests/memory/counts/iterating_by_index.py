import sys
class S:
    def __getitem__(self, i):
        print(sys.getrefcount(self))
        if i: raise IndexError
list(S())
tuple(S())
[*S()]
for x in S(): pass
1 in S()
next(iter(S()))
list(map(str, S()))
s = S()
list(s)
a, = s
def f():
    s = S()
    set(s)
    s[0]
f()
