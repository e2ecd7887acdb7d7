# Cut one link of a ring by hand, and counting alone does the rest.
class Dancer:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __del__(self):
        print(f"{self.name} leaves the floor")


first = Dancer("Mei")
second = Dancer("Tom")
third = Dancer("Eva")
first.next = second
second.next = third
third.next = first
del second
del third
print("three in a ring, one name")
first.next = None
print("the ring is open")
del first
