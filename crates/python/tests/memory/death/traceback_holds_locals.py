class D:
    def __del__(self): print("del")
def fail():
    d = D()
    raise ValueError
try:
    fail()
except ValueError as e:
    kept = e
print("kept")
kept.__traceback__ = None
print("end")
