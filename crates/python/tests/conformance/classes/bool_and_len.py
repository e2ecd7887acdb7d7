class B:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v


class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


print(bool(B(True)), not B(False), bool(L(0)), bool(L(3)), len(L(5)))
print("yes" if L(1) else "no", L(0) or "empty", L(2) and "full", [x for x in (L(0), L(1)) if x][0].n)
for attempt in (lambda: bool(B(1)), lambda: bool(B(None)), lambda: len(L(-1)), lambda: len(L("x")), lambda: len(L(1.5)), lambda: bool(L(-1)),
                lambda: len(L(2**63)), lambda: len(B(1)), lambda: len(5), lambda: len(L(True))):
    try:
        print(attempt())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


class Both:
    def __bool__(self): return False
    def __len__(self): return 9


print(bool(Both()))
# conformance: not yet as 3.15
