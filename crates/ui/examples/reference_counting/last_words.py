# An object dies at the very moment its count reaches zero.
class Lantern:
    def __init__(self, colour):
        self.colour = colour

    def __del__(self):
        print(f"the {self.colour} lantern goes out")


front = Lantern("red")
back = front
front = Lantern("blue")
print("both are burning")
back = None
print("only blue is left")
front = None
