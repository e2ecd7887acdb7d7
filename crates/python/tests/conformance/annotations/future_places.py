# The future import reaches classes, modules, and what exec compiles.
from __future__ import annotations

v: whatever[1] = 3
print(__annotations__)


class A:
    x: int
    y: undefined | None = None

    def m(self, a: A) -> A:
        pass


print(A.__annotations__, A.m.__annotations__)
names = {}
exec("def f(x: int | nothing): pass", names)
print(names["f"].__annotations__)
code = compile("def g(x: int): pass", "", "exec", dont_inherit=True)
exec(code, names)
print(names["g"].__annotations__)
print(bool(A.m.__code__.co_flags & annotations.compiler_flag), annotations.getMandatoryRelease())
