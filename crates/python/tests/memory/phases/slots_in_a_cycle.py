import gc


class Slotted:
    __slots__ = ('left', 'right')

    def __del__(self):
        print('del', self.right)


s = Slotted()
s.left, s.right = s, 'right'
del s
print(gc.collect())
