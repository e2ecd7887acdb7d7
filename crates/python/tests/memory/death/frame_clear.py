import sys
class D:
    def __del__(self): print("del")
def f():
    d = D()
    raise KeyError
try:
    f()
except KeyError as e:
    frame = e.__traceback__.tb_next.tb_frame
frame.clear()
print("cleared")
