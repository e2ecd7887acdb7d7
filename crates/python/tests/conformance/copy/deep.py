import copy


class Tree:
    def __init__(self, *children):
        self.children = list(children)
        self.meta = {"tags": ["a"]}


t = Tree(Tree(), Tree())
u = copy.deepcopy(t)
print(u.children[0] is t.children[0], u.meta == t.meta, u.meta["tags"] is t.meta["tags"], type(u.children[1]))
shared = [1]
both = [shared, shared]
c = copy.deepcopy(both)
print(c, c[0] is c[1], c[0] is shared)
t = (1, "a")
print(copy.deepcopy(t) is t, copy.deepcopy((1, [])) is t)
