class Node:
    pass


node = Node()
for _ in range(50_000): new = Node(); new.next = node; node = new
del new
node = None
print('freed')
