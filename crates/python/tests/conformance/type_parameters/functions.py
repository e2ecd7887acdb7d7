# Type parameters of a function are seen by its annotations and its body.
def f[T: int, *Ts, **P](x: T, **kw: P.kwargs) -> list[T]:
    return T


print(f.__type_params__, f(1) is f.__type_params__[0], f.__annotations__)
t, ts, p = f.__type_params__
print(type(t), type(ts), type(p))
print(t.__name__, t.__bound__, t.__constraints__, t.__infer_variance__, t.__covariant__, t.__contravariant__)
print(f.__code__.co_freevars, f.__qualname__)


def defaults[T](a=1, *, b=2):
    return T, a, b


print(defaults(), defaults.__defaults__, defaults.__kwdefaults__)


async def co[T]():
    pass


print(co.__type_params__)
f.__type_params__ = (1,)
print(f.__type_params__)
try:
    f.__type_params__ = 1
except TypeError as error:
    print(error)
try:
    T
except NameError as error:
    print(error)
