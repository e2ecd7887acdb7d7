class V:
    def __init__(self, *p):
        self.p = p

    def __lt__(self, other):
        print("lt", self.p, other.p)
        return self.p < other.p

    def __repr__(self):
        return f"V{self.p}"


print(V(1) < V(2), V(1) > V(2))
print(sorted([V(3), V(1), V(2)]))
print(max(V(1), V(5)), min([V(4), V(2)]))
for op in (lambda: V(1) <= V(2), lambda: V(1) < 1, lambda: 1 < "a", lambda: None < None, lambda: [1] < (1,), lambda: {} < {},
           lambda: 1j < 2j, lambda: object() > object()):
    try:
        op()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
