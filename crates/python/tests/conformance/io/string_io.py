import io

s = io.StringIO("a\nb\nc")
print(repr(s.readline()), repr(s.read()), s.tell(), s.seek(0), list(s), s.closed)
s = io.StringIO()
print(s.write("abc"), s.getvalue(), s.truncate(1), s.getvalue(), s.seek(0, 2))
print("more", 1, file=s)
print(repr(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.isatty())
s.close()
for call in (s.read, s.getvalue, lambda: s.write("x")):
    try:
        call()
    except ValueError as e:
        print(e)
try:
    io.StringIO().write(b"x")
except TypeError as e:
    print(e)
