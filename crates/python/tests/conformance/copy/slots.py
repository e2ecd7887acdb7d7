import copy


class P:
    __slots__ = ("x", "y", "__weakref__")


class Q(P):
    __slots__ = ("__secret", "d")

    def __init__(self):
        self.__secret = [1]
        self.x = 2


q = Q()
c = copy.deepcopy(q)
print(c.x, hasattr(c, "y"), c._Q__secret, c._Q__secret is q._Q__secret)
print(q.__getstate__(), sorted(Q.__slotnames__))
