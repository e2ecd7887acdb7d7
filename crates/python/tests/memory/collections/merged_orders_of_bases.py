# The order of a class with several bases is a list before it is a tuple, and that stays in the free list.
import gc


class First:
    pass


class Second:
    pass


gc.collect()
class Both(First, Second):
    pass


class Again(Second, First):
    pass


class Meta(type):
    pass


gc.collect()
class Made(First, Second, metaclass=Meta):
    pass


gc.collect(); Both.mro()
gc.collect(); First.mro()
gc.collect()
