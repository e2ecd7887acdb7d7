import inspect


def f(a, b=2, *args, c, d=4, **kw): ...


sig = inspect.signature(f)
bound = sig.bind(1, c=3, x=9)
print(bound, bound.args, bound.kwargs, bound.arguments)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs)
print(sig.bind_partial(1), sig == inspect.signature(f), sig.replace(return_annotation=int))
for args, kw in (((), {}), ((1,), {"a": 1, "c": 2})):
    try:
        sig.bind(*args, **kw)
    except TypeError as error:
        print(error)
try:
    inspect.signature(lambda a: 0).bind(1, 2)
except TypeError as error:
    print(error)
try:
    inspect.signature(lambda a: 0).bind(1, z=2)
except TypeError as error:
    print(error)
