# An instance's values are in the order in which its class came to know their names: from 3.14 on those that methods set
# come first, by name.
class Box:
    def __init__(self):
        self.value = [1]
        self.items = [2]
        self.other = [3]

    def later(self):
        self.zebra = [4]
        self.apple = [5]


box = Box()
box.extra = [6]
box.later()


class Small(Box):
    def __init__(self):
        self.small = [0]
        super().__init__()


small = Small()
print(list(Small.__dict__)[:2])
