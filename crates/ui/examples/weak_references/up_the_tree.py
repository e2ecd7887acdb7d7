# Children point back weakly, so the tree falls with its root.
import weakref


class Branch:
    def __init__(self, name, parent=None):
        self.name = name
        self.twigs = []
        self.parent = None
        if parent is not None:
            self.parent = weakref.ref(parent)
            parent.twigs.append(self)

    def __del__(self):
        print(f"{self.name} falls")


oak = Branch("trunk")
left = Branch("left", oak)
Branch("right", oak)
print("left grows from the", left.parent().name)
del oak
print("left is alone:", left.parent() is None)
