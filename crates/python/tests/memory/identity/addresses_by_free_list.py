# Floats, lists, dicts, slices and tuples of each length keep their memory for themselves; ints, ranges, iterators, methods
# and builtin functions do since 3.14, complex numbers since 3.15.
import gc


class Plain:
    def method(self):
        pass


def same(first, second):
    return [id(first()) == id(second()) for _ in range(3)]


def one_and_a_half():
    return 1.5 + len('')


def five_thousand():
    return 5000 + len('')


print(same(one_and_a_half, one_and_a_half), same(one_and_a_half, lambda: 1j + len('')), same(one_and_a_half, object))
print(same(lambda: [1, 2], lambda: [3, 4, 5, 6]), same(list, dict), same(dict, lambda: (1, 2, len(''))), same(dict, dict))
print(same(lambda: (1, len('')), lambda: (2, len(''))), same(lambda: (1, len('')), lambda: (1, 2, len(''))))
print(same(lambda: slice(3), lambda: slice(4)), same(lambda: range(3), lambda: range(4)))
print(same(five_thousand, five_thousand), same(five_thousand, lambda: 1j + len('')), same(lambda: id(None), lambda: 1j + len('')))
print(same(lambda: iter([]), lambda: iter([])), same(lambda: iter([]), lambda: iter(())), same(lambda: iter(''), lambda: iter(b'')))
print(same(lambda: Plain().method, lambda: Plain().method), same(lambda: [].append, lambda: [].append), same(lambda: [].append, lambda: {}.get))


def after_collection(make):
    place = [id(make())]
    gc.collect()
    return id(make()) == place[0]


print([after_collection(make) for make in (set, Plain, one_and_a_half)])
