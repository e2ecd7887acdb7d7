import sys
class C:
    def __del__(self): print("C gone")
c = C()
def f():
    d = C()
    sys.exit(3)
try:
    f()
finally:
    print("fin")
