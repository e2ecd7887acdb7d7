class A:
    def __enter__(self): return self
    def __exit__(self, *a): 1/0
with A() as x:
    {}["k"]
