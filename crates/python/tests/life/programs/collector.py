import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Phoenix(Node):
    def __del__(self):
        global saved
        print("reborn", self.name)
        saved = self


phoenix = Phoenix("p")
phoenix.me = phoenix
del phoenix
print(gc.collect(), gc.is_finalized(saved))
del saved
print(gc.collect())


def keeps_its_error():
    try:
        1 / 0
    except ZeroDivisionError as error:
        kept = error


def forgets_its_error():
    local = Node("local")
    try:
        raise ValueError
    except ValueError as error:
        pass


keeps_its_error()
print(gc.collect())
forgets_its_error()
print(gc.collect(), gc.get_count()[1:])


class Plain:
    pass


del Plain
print(gc.collect())
itself = []
itself.append(itself)
del itself
print(gc.collect())


def recursive():
    def inner():
        return inner

    return inner


recursive()
print(gc.collect())
gc.callbacks.append(lambda phase, info: print(phase, info))
a, b = Node("a"), Node("b")
a.b, b.a = b, a
del a, b
print(gc.collect(0))
gc.callbacks.clear()
gc.set_debug(gc.DEBUG_SAVEALL)
loop = {}
loop["x"] = loop
del loop
print(gc.collect(), gc.garbage)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())
for call in (lambda: gc.collect(3), lambda: gc.get_objects(3), lambda: gc.set_threshold(), lambda: gc.collect("x")):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
gc.set_threshold(5)
print(gc.get_threshold(), gc.get_referents([1, [2]], {"k": (3,)}), gc.is_tracked({}), gc.is_tracked([]))
gc.disable()
print(gc.isenabled())
