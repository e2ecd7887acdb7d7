"""Records how CPython's lists, dicts and sets grow, and the order of sets' tables.

    python3.13 crates/python/tests/growth/record.py > crates/python/tests/growth/recorded.tsv

Each line is an operation, its operands, and what CPython then shows: a list's capacity, a dict's size in bytes and
its keys, a set's size in bytes and its items. Keys and items are ints, whose hash is their value.
"""

import sys
from random import Random

random = Random(2026)


def line(*fields):
    print("\t".join(" ".join(map(str, field)) if isinstance(field, list) else str(field) for field in fields))


def capacity(items):
    return (sys.getsizeof(items) - sys.getsizeof([])) // 8


def record_list():
    items = []
    for _ in range(400):
        kind = random.choice(["append", "append", "append", "extend", "pop", "pop", "insert", "splice", "iterate", "update"])
        if len(items) > 150:
            kind = random.choice(["splice", "clear", "pop"])
        if kind == "append":
            count = random.randrange(1, 9)
            for _ in range(count):
                items.append(0)
            line("list", kind, [count], capacity(items))
        elif kind == "extend":
            count = random.randrange(12)
            items.extend([0] * count)
            line("list", kind, [count], capacity(items))
        elif kind == "update":
            count = random.randrange(12)
            items.extend(dict.fromkeys(range(count)))
            line("list", kind, [count], capacity(items))
        elif kind == "iterate":
            count = random.randrange(12)
            items.extend(0 for _ in range(count))
            line("list", kind, [count], capacity(items))
        elif kind == "pop":
            count = random.randrange(1, 12)
            for _ in range(min(count, len(items))):
                items.pop()
            line("list", kind, [count], capacity(items))
        elif kind == "insert":
            items.insert(0, 0)
            line("list", kind, [1], capacity(items))
        elif kind == "clear":
            items.clear()
            line("list", kind, [0], capacity(items))
        else:
            start = random.randrange(len(items) + 1)
            end = random.randrange(start, len(items) + 1)
            count = random.randrange(20)
            items[start:end] = [0] * count
            line("list", "splice", [start, end, count], capacity(items))


def record_dict():
    items = {}
    for step in range(300):
        kind = random.choice(["set", "set", "set", "set", "delete", "popitem", "update"])
        if kind == "set":
            key = random.randrange(200)
            items[key] = None
            line("dict", kind, [key], sys.getsizeof(items), list(items))
        elif kind == "delete" and items:
            key = random.choice(list(items))
            del items[key]
            line("dict", kind, [key], sys.getsizeof(items), list(items))
        elif kind == "popitem" and items:
            items.popitem()
            line("dict", kind, [], sys.getsizeof(items), list(items))
        elif kind == "update" and step % 4 == 0:
            first = random.randrange(200)
            count = random.randrange(25)
            items.update(dict.fromkeys(range(first, first + count)))
            line("dict", kind, [first, count], sys.getsizeof(items), list(items))
        if len(items) > 60:
            items.clear()
            line("dict", "clear", [], sys.getsizeof(items), list(items))


def record_dict_literals():
    # Longer ones are filled item by item.
    for count in range(16):
        line("literal", "strs", [count], sys.getsizeof(eval("{%s}" % ",".join(f"'k{i}': 0" for i in range(count)))))
    for count in list(range(40)) + [42, 43, 85, 86, 200]:
        keys = dict.fromkeys(f"k{i}" for i in range(count))
        keys[0] = 0
        line("literal", "int after strs", [count], sys.getsizeof(keys))


def number():
    return random.choice([random.randrange(100), random.randrange(10_000), random.randrange(2**60)])


def record_set():
    items = set()
    for _ in range(250):
        kind = random.choice(["add", "add", "add", "add", "add", "discard", "pop", "update", "merge", "subtract"])
        if kind == "add":
            key = number()
            items.add(key)
            line("set", kind, [key], sys.getsizeof(items), list(items))
        elif kind == "discard" and items:
            key = random.choice(list(items))
            items.discard(key)
            line("set", kind, [key], sys.getsizeof(items), list(items))
        elif kind == "pop" and items:
            line("set", kind, [items.pop()], sys.getsizeof(items), list(items))
        elif kind == "merge":
            other = [number() for _ in range(random.randrange(9))]
            items.update(set(other))
            line("set", kind, other, sys.getsizeof(items), list(items))
        elif kind == "subtract" and items:
            gone = random.sample(list(items), random.randrange(len(items)) // 3 * 2)
            items.difference_update(gone)
            line("set", kind, gone, sys.getsizeof(items), list(items))
        elif kind == "update":
            items = set(items)
            line("set", "copy", [], sys.getsizeof(items), list(items))
        if len(items) > 45:
            items.clear()
            line("set", "clear", [], sys.getsizeof(items), list(items))


record_list()
record_dict()
record_dict_literals()
record_set()
