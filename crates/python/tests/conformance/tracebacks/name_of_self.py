# conformance: whole stderr
class A:
    def f(self):
        return foo
    def __init__(self):
        self.foo = 1
A().f()
