import gc


class Entries:
    def __mro_entries__(self, bases):
        print(gc.is_tracked(bases))
        return (5.5,)


def metaclass(name, bases, namespace):
    return gc.is_tracked(bases)


entries = Entries()
for base in 5, entries:
    try:
        class A(base):
            x = 1
    except TypeError as error:
        print(error)
class B(5, entries, metaclass=metaclass):
    x = 1
print(B)
