import weakref


class Key:
    def __init__(self, name):
        self.name = name


keys = [Key(n) for n in 'abcd']
d = weakref.WeakKeyDictionary((k, k.name) for k in keys)
seen = []
for key in d:
    seen.append(key.name)
    if len(keys) > 2:
        keys.pop()
del key
print(seen, len(d), sorted(d.values()))
print([name for key, name in d.items()])
