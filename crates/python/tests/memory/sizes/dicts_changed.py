import sys

d = {str(i): i for i in range(12)}
print(sys.getsizeof(d))
for i in range(12):
    del d[str(i)]
print(sys.getsizeof(d), len(d))
d['x'] = 1
print(sys.getsizeof(d))
d[3] = 1
print(sys.getsizeof(d), sys.getsizeof(d.copy()))
d.update({i: i for i in range(30)})
print(sys.getsizeof(d), sys.getsizeof(d.copy()))
d.popitem()
d.clear()
print(sys.getsizeof(d))
