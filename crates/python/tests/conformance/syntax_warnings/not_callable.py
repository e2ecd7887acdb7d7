# conformance: whole stderr
def never():
    (1)(2)
    "a"(1)
    [1, 2](3)
    (1, 2)(3)
    {1: 2}(3)
    f"{never}"()
    None()
    (lambda: 1)()
print("done")
