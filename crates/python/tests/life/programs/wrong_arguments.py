def f(a, b): pass
class K:
    def __init__(self): f(1, c=2)
k = [K() for _ in range(2)]
