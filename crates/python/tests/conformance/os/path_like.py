import os


class Note:
    def __fspath__(self):
        return "note.txt"


class Wrong:
    def __fspath__(self):
        return 5


with open(Note(), "w") as f:
    f.write("text")
print(open("note.txt").read(), os.path.exists(Note()), os.fspath(Note()), os.path.join("d", Note()))
print(isinstance(Note(), os.PathLike), isinstance("x", os.PathLike), os.fspath("s"), os.fspath(b"b"))
for call in (lambda: os.fspath(3), lambda: os.fspath(Wrong())):
    try:
        call()
    except TypeError as e:
        print(e)
print(os.fsencode("é"), os.fsdecode(b"a"))
os.remove(Note())
