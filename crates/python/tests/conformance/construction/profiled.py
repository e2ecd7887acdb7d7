# What a profile function sees of class statements and of calls of classes.
import sys
log = []
def prof(frame, event, arg):
    if event.startswith("c_"): log.append((event, getattr(arg, '__name__', arg)))
    else: log.append((event, frame.f_code.co_name))
class A:
    def __init__(self, x): pass
def f():
    class B: y = len([1])
    A(x=1); A(*[1]); A(1); len([])
    class C(A, metaclass=type): pass
    try:
        class D: 1/0
    except ZeroDivisionError: pass
    int("3")
sys.setprofile(prof)
f()
sys.setprofile(None)
for l in log: print(l)
