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
attempt(lambda: attempt(P(1), P(2)))
attempt(lambda: attempt(P(1), c=P(2)))
attempt(lambda: attempt(*[P(1)], **{'c': P(2)}))
attempt(lambda: P(P(1), P(2)))
attempt(lambda: P(P(1), b=P(2)))
attempt(lambda: int(P(1)))
