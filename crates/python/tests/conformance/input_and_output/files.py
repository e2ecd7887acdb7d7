with open("notes.txt", "w") as f:
    print(f.write("first\nsecond\n"), f.closed, f.name, f.mode)
    print("third", file=f)
print(f.closed)
with open("notes.txt") as f:
    print(f.read())
with open("notes.txt") as f:
    print(f.readline(), f.readlines(), f.read())
with open("notes.txt", "a") as f:
    f.writelines(["fourth\n", "fifth"])
for line in open("notes.txt"):
    print(repr(line))
with open("notes.txt", "rb") as f:
    data = f.read(5)
    print(data, f.tell(), f.seek(0), f.read(3))
for args in (("missing.txt",), ("notes.txt", "z"), ("notes.txt", "rw"), ("no/such/folder.txt", "w"), (5.5,), ("notes.txt", "x"), ("notes.txt", "rb", -1, "utf-8")):
    try:
        open(*args)
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    f.read()
except ValueError as e:
    print(e)
with open("notes.txt", "w") as f:
    try:
        f.read()
    except OSError as e:
        print(e)
    try:
        f.write(5)
    except TypeError as e:
        print(e)
