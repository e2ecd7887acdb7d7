import warnings


def write():
    f = open("note.txt", "w")
    f.write("hello")


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default", ResourceWarning)
    write()
    with open("note.txt") as f:
        print(f.read())
    raw = open("note.txt", "rb")
    raw = None
for w in caught:
    print(w.category.__name__, str(w.message).partition(" encoding")[0], w.lineno, w.source is not None)
