import copy

a = [1]
a.append(a)
b = copy.deepcopy(a)
print(b, b[1] is b, b is a)
d = {}
d["self"] = d
e = copy.deepcopy(d)
print(e["self"] is e)
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u, u is t)


class Node:
    pass


n = Node()
n.me = n
m = copy.deepcopy(n)
print(m.me is m, m is n)
