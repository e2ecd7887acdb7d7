# The operands of an operation that failed go in order, the left one first.
class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


for action in (
    lambda: Item("a") + Item("b"),
    lambda: Item("a") < Item("b"),
    lambda: Item("a") in Item("b"),
    lambda: Item("a")[Item("b")],
):
    try:
        action()
    except TypeError:
        print("failed")
