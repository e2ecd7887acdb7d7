import gc
class P:
    __slots__ = ('name',)
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(getattr(self, 'name', 0), gc.get_count()[0])
def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__)
def unpack():
    a, b = P(1)
def store():
    P(1)[P(2)] = P(3)
def store_slice():
    P(1)[P(2):P(3)] = P(4)
def delete():
    del P(1)[P(2)]
def iterate():
    for x in P(1): pass
def enter():
    with P(1): pass
for action in unpack, store, store_slice, delete, iterate, enter:
    attempt(action)
