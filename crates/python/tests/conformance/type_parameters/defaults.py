# Defaults of type parameters (PEP 696): since 3.13, a SyntaxError before.
source = """
def f[T = int, *Ts = *tuple[int, str], **P = [int]]():
    return T, Ts, P

for parameter in f():
    print(parameter, parameter.has_default(), parameter.__default__)

type A[T: int = bool] = T
print(A.__type_params__[0].__default__, A.__type_params__[0].__bound__)

class C:
    x = str

    def m[T = x](self):
        return T

print(C().m().__default__)

def k[T]():
    return T

print(k().has_default(), k().__default__)
"""
try:
    exec(source)
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset)
for source in ("def f[T = int, U](): pass", "class A[T = int]: pass", "type X[T = int] = T", "def f[**P = int](): pass"):
    try:
        print(compile(source, "<s>", "exec") is not None)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)
