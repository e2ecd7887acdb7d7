class C:
    count = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        C.count += 1
        return self.v < o.v


def cost(values):
    C.count = 0
    result = sorted(C(v) for v in values)
    assert [c.v for c in result] == sorted(values)
    return C.count


print(cost(range(10)), cost(range(10, 0, -1)), cost([5] * 10), cost([1, 3, 5, 7, 2, 4, 6, 8]), cost([(i * 7919) % 101 for i in range(101)]), cost([]), cost([1]), cost([2, 1]), cost([2, 2, 1, 1, 3, 3]))
class OnlyGt:
    def __init__(self, v): self.v = v
    def __gt__(self, o): return self.v > o.v
print([x.v for x in sorted([OnlyGt(2), OnlyGt(1)])])
class Never:
    def __lt__(self, o): return NotImplemented
try:
    sorted([Never(), Never()])
except TypeError as e:
    print(e)
class Truthy:
    def __lt__(self, o): return "yes"
print(len(sorted([Truthy(), Truthy(), Truthy()])))
# conformance: not yet as 3.15
