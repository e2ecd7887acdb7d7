# conformance: whole stderr
class A:
    def __init__(self): self.bar = 1
A().baz = 1
A().baf
