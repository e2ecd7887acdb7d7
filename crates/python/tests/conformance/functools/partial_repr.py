from functools import partial


class Call(partial):
    pass


print(Call(max, 1, key=abs))
p = partial(min)
p.__setstate__((p, (1, p), {"self": p}, None))
print(p)
p.__setstate__((min, (), {}, {}))
print(p, p.__reduce__()[1:])
