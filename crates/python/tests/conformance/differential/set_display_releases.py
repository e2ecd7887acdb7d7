# A set display lets go of each item as soon as it is in, before it hashes the next.
class Item:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return True

    def __hash__(self):
        print("hash", self.name)
        return 1

    def __del__(self):
        print("del", self.name)


print(len({Item("a"), Item("b"), Item("c")}))
