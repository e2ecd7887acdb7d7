"""What files in text and binary mode, and files in memory, answer."""

import io
import weakref


def show(label, answer):
    try:
        print(label, repr(answer()))
    except BaseException as error:
        print(label, type(error).__name__, error)


with open("r.txt", "wb") as file:
    file.write(b"one\ntwo\r\nthree\rfour\n")
with open("bad.txt", "wb") as file:
    file.write(b"ok\nab\xffcd\n")

r = open("r.txt")
w = open("w.txt", "w")
rb = open("r.txt", "rb")
wb = open("wb.txt", "wb")
rw = open("rw.txt", "w+")
rwb = open("rwb.txt", "w+b")
for f in (r, w, rb, wb, rw, rwb):
    print(f, f.mode, f.name, f.closed, f.readable(), f.writable(), f.seekable(), f.isatty())
print(r.encoding, r.errors, r.newlines, r.buffer, r.buffer.raw)
show("read", lambda: w.read())
show("readline", lambda: w.readline())
show("write", lambda: r.write("x"))
show("iter", lambda: list(w))
show("read", lambda: wb.read())
show("write", lambda: rb.write(b"x"))
show("write", lambda: w.write(5))
show("write", lambda: wb.write("x"))
show("writelines", lambda: w.writelines([1]))
show("writelines", lambda: w.writelines(["a", "b"]))
show("write", lambda: [w.write("héé"), w.tell(), wb.write(b"abc"), wb.tell()])
show("seek", lambda: [w.seek(1), w.seek(0, 2), w.seek(0, 1)])
show("seek", lambda: w.seek(-1))
show("seek", lambda: w.seek(1, 1))
show("seek", lambda: w.seek(-1, 2))
show("seek", lambda: w.seek(0, 5))
show("seek", lambda: [rb.seek(-3, 2), rb.read(), rb.read()])
show("seek", lambda: rb.seek(-1))
show("readline", lambda: [r.readline(), r.tell(), next(r)])
show("tell", lambda: r.tell())
show("readlines", lambda: [r.readlines(), r.tell(), r.read(), r.seek(0), r.read(5), r.read(-1)])
show("next", lambda: next(r))
show("readline", lambda: [r.seek(0), r.readline(2), r.readline(), r.readlines(5), r.read(None)])
show("read", lambda: r.read("a"))
for newline in (None, "", "\n", "\r", "\r\n"):
    show(f"newline={newline!r}", lambda: open("r.txt", newline=newline).readlines())
    with open("n.txt", "w", newline=newline) as file:
        file.write("a\nb\r\nc")
    show(f"newline={newline!r}", lambda: open("n.txt", "rb").read())
show("bad", lambda: open("bad.txt").readline())
show("bad", lambda: open("bad.txt", errors="replace").read())
show("bad", lambda: open("x.txt", "w", encoding="ascii").write("é"))
show("binary", lambda: [open("r.txt", "rb").readlines(), open("r.txt", "rb").readline(2), open("r.txt", "rb").peek(2)[:3]])
show("binary", lambda: [line for line in open("r.txt", "rb")])
show("raw", lambda: open("r.txt", "rb", buffering=0).read(3))
array = bytearray(5)
show("readinto", lambda: [open("r.txt", "rb").readinto(array), array])
show("truncate", lambda: [rw.write("hello"), rw.seek(2), rw.truncate(), rw.read(), rw.seek(0), rw.read()])
show("both", lambda: [rwb.write(b"abcdef"), rwb.seek(2), rwb.read(2), rwb.seek(0), rwb.write(b"X"), rwb.seek(0), rwb.read()])
with open("a.txt", "a") as file:
    file.write("first\n")
with open("a.txt", "a") as file:
    print(file.tell(), file.write("second\n"), file.tell())
with open("a.txt") as file:
    for number, line in enumerate(file, 1):
        print(number, line.rstrip())
with open("big.txt", "w") as file:
    for number in range(5000):
        print(number, file=file)
with open("big.txt") as file:
    lines = file.readlines()
    print(len(lines), lines[0], lines[-1], file.tell())
for f in (r, w, rb, wb):
    f.close()
    f.close()
print(r, rb, r.closed)
show("closed", lambda: r.read())
show("closed", lambda: r.readline())
show("closed", lambda: iter(r))
show("closed", lambda: next(r))
show("closed", lambda: w.write("x"))
show("closed", lambda: w.flush())
show("closed", lambda: wb.write(b"x"))
show("closed", lambda: rb.read())
show("closed", lambda: rb.readline())
show("closed", lambda: r.seek(0))
show("closed", lambda: r.tell())
show("closed", lambda: r.readable())
show("closed", lambda: r.__enter__())
show("missing", lambda: open("nope"))
show("missing", lambda: open("nodir/x", "w"))
show("missing", lambda: open(""))
show("exists", lambda: open("r.txt", "x"))
show("directory", lambda: open("/"))
show("mode", lambda: open("x", "q"))
show("mode", lambda: open("x", "rw"))
show("mode", lambda: open("x", ""))
show("mode", lambda: open("x", "bt"))
show("open", lambda: open())
show("open", lambda: open(1.5))
show("open", lambda: open("x", foo=1))
show("open", lambda: open("r.txt", "rb", encoding="utf8"))
show("open", lambda: open("r.txt", newline="q"))
show("open", lambda: open("r.txt", encoding="no-such"))
show("open", lambda: open("a\0b"))
try:
    open("nope.txt")
except OSError as error:
    print(error.errno, error.strerror, error.filename, error.args)

file = open("weak.txt", "w")
reference = weakref.ref(file, lambda reference: print("the file is gone"))
file.write("written when it dies")
del file
print(reference() is None, open("weak.txt").read())

s = io.StringIO("a\nb")
show("StringIO", lambda: [s.read(), s.getvalue(), s.seek(0), s.readline(), s.write("zz"), s.getvalue(), s.tell()])
show("StringIO", lambda: [s.seek(0), list(s), s.seek(8), s.write("x"), s.getvalue(), s.truncate(1), s.getvalue()])
s.close()
show("StringIO", lambda: s.getvalue())
show("StringIO", lambda: io.StringIO(5))
show("StringIO", lambda: io.StringIO().write(b""))
out = io.StringIO()
print("to memory", 5, None, file=out)
print(out.getvalue(), end="")
b = io.BytesIO(b"x")
show("BytesIO", lambda: [b.write(b"abc"), b.getvalue(), b.seek(1), b.read(), b.tell(), b.seek(0), b.readlines()])
show("BytesIO", lambda: io.BytesIO("a"))


class Collector:
    """Something to print to."""

    def __init__(self):
        self.pieces = []

    def write(self, piece):
        self.pieces.append(piece)


collector = Collector()
print("a", 1, file=collector)
print(collector.pieces)
show("print", lambda: print(1, file=2))
