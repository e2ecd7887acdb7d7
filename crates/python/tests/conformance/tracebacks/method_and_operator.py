# conformance: whole stderr
class Vector:
    def __init__(self, x): self.x = x

    def __add__(self, other):
        return Vector(self.x + other.x)


class Scene:
    def __init__(self):
        self.items = [Vector(1), 5]

    def total(self):
        result = self.items[0]
        for item in self.items[1:]:
            result = result + item
        return result


Scene().total()
