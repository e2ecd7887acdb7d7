# `__exit__` runs on every way out of the block, an error included.
class Key:
    def __init__(self, room):
        self.room = room
        self.taken = False

    def __enter__(self):
        self.taken = True
        return self

    def __exit__(self, kind, error, trace):
        self.taken = False
        print(f"key {self.room} is back on the hook")
        return kind is ValueError


key = Key(12)
with key as mine:
    print("inside:", mine.taken)
with key:
    raise ValueError("the lock is stuck")
print("outside:", key.taken)
