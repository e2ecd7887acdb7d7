import weakref


class Key:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print('eq', self.value, other.value)
        return self.value == other.value

    def __hash__(self):
        print('hash', self.value)
        return hash(self.value)


a, b, c = Key(1), Key(1), Key(2)
ra, rb, rc = weakref.ref(a), weakref.ref(b), weakref.ref(c)
print(ra == rb, ra == rc, ra != rc)
print(hash(ra) == hash(rb), hash(ra) == hash(1))
del a
print(hash(ra) == hash(1), ra == rb, ra == ra, ra != rb)
del c
try:
    hash(rc)
except TypeError as e:
    print(e)
try:
    ra < rb
except TypeError as e:
    print(e)
