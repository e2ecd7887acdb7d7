# conformance: whole stderr
class A:
    def __init__(self, name): pass
A(nmae=1)
