# Tuples, dicts, slots and iterators a million deep end without overflow.
class Slotted:
    __slots__ = 'next',

    def __init__(self, inner):
        self.next = inner


chain = None
for _ in range(1_000_000): chain = (chain,)
chain = None; chain = [None]
for _ in range(300_000): chain = iter([{1: chain}])
chain = None; print('end')
