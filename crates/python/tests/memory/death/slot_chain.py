class Node:
    __slots__ = 'next',


node = Node()
for _ in range(50_000): new = Node(); new.next = node; node = new
del new, node
print('freed')
