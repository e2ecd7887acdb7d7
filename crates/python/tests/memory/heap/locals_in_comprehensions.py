import gc

inner = [sorted(k for k in locals() if k[0] != '_') for x in [1]]
print(inner)


class A:
    inner = [sorted(set(vars()) - {'__firstlineno__', '__static_attributes__', '__qualname__'}) for y in [1]]
    names = [sorted(dir())[-1] for z in [1]]
    value = [eval('w + 1') for w in [1]]; gc.collect()


print(A.inner, A.names, A.value)
print(['A' in locals() for x in [1]], [locals() is globals() for x in [1]], locals() is globals())
