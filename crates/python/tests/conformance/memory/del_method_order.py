class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


a = D("a")
b = a
del a
print("still there")
del b
print("gone")
x = D("first")
x = D("second")
print("rebound")
l = [D("in list 1"), D("in list 2")]
l.clear()
print("cleared")
def f():
    local = D("local")
    print("in f")
f()
D("temporary")
print("after temporary")
d = {"k": D("value")}
d["k"] = D("new value")
del d["k"]
t = (D("t1"), D("t2"))
t = None
kept = D("kept until exit")
other = D("other")
