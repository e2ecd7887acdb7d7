with open("f.txt", "w+") as f:
    print(f.write("line1\nline2\n"), f.seek(0), f.readlines(), f.name, f.mode, f.closed)
print(f.closed)
with open("f.txt", "a") as f:
    f.write("more")
    print(f.tell())
with open("f.txt", "rb") as f:
    print(f.read(), f.mode)
with open("f.txt", "r+b") as f:
    f.seek(2)
    f.write(b"ZZ")
    f.seek(0)
    print(f.readline())
with open("f.txt") as f:
    for i, line in enumerate(f):
        print(i, repr(line))
for mode in ("q", "rw", "", "wb+t", "rr"):
    try:
        open("f.txt", mode)
    except ValueError as e:
        print(e)
for mode in ("x", "r"):
    try:
        open("f.txt" if mode == "x" else "nothing", mode)
    except OSError as e:
        print(type(e).__name__, e)
