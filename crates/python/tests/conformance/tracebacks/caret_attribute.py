# conformance: whole stderr
class A: pass
x = A()
x.foo.bar = 3
