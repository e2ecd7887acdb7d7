def outer():
    def inner(x, y=[]):
        return (lambda z: z.foo.bar)(x)
    for i in range(3):
        total = sum(inner(k) for k in [i])
outer()
