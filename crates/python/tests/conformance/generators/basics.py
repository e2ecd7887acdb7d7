def g():
    print("start")
    x = yield 1
    print("got", x)
    y = yield 2
    print("got", y)
    return "result"


it = g()
print(next(it))
print(it.send("a"))
try:
    it.send("b")
except StopIteration as e:
    print("value", e.value)
print(next(it, "exhausted"))
try:
    g().send(1)
except TypeError as e:
    print(e)
it = g()
print(it.send(None), it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.__name__, it.gi_code.co_name)
it.close()
print(it.gi_frame, next(it, "closed"))
