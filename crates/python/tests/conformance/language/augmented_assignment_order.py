def say(x, what):
    print(what, end=" ")
    return x


l = [1, 2, 3]
say(l, "list")[say(1, "index")] += say(10, "value")
print(l)
class O: pass
o = O()
o.n = 1
say(o, "object").n *= say(5, "value")
print(o.n)
d = {"k": 1}
d["k"] -= 5; d.setdefault("z", []).append(1)
print(d)
try:
    d["missing"] += 1
except KeyError as e:
    print("KeyError", e)
try:
    o.missing += 1
except AttributeError as e:
    print(e)
try:
    undefined += 1
except NameError as e:
    print(e)
def f():
    x += 1
    x = 0
try:
    f()
except UnboundLocalError as e:
    print(e)
s = "a"
s *= 3; s += "b"; s %= ()
print(s)
t = (1,)
t += (2,); t *= 2
print(t)
a = b = [1]
a += [2]; b = b + [3]
print(a, b)
