# conformance: whole stderr
class A:
    def f(self):
        return blech
    blech = 1
A().f()
