class C:
    def no_self():
        return 1

    def ok(self): return self.nmae

    def __init__(self): self.name = 1


for attempt in (lambda: C().no_self(), lambda: C.ok(), lambda: C().ok(), lambda: C.no_self()):
    try:
        print(attempt())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
