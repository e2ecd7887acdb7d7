import inspect


class A:
    x = 1

    @property
    def p(self):
        print("run")

    def __getattr__(self, name):
        print("asked", name)
        return name


a = A()
a.y = 2
print(inspect.getattr_static(a, "x"), inspect.getattr_static(a, "y"), type(inspect.getattr_static(a, "p")))
print(inspect.getattr_static(a, "zz", "default"))
try:
    inspect.getattr_static(a, "zz")
except AttributeError as error:
    print(error)
# conformance: not yet as 3.15
