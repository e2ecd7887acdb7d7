import io

with open("f.txt", "w") as f:
    print(isinstance(f, io.IOBase), isinstance(f, io.TextIOBase), isinstance(f, io.TextIOWrapper))
    print(isinstance(f.buffer, io.BufferedIOBase), isinstance(f.buffer, io.TextIOBase), isinstance(f.buffer.raw, io.RawIOBase))
print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.BytesIO, io.BufferedIOBase), issubclass(io.BytesIO, io.RawIOBase))
try:
    open("f.txt").write("x")
except io.UnsupportedOperation as e:
    print(e, isinstance(e, OSError), isinstance(e, ValueError), type(e).__module__)
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.open is open)
