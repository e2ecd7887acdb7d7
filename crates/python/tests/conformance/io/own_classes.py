import io


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print("hi", file=u)
print(repr(u.getvalue()))


class Sink(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, text):
        self.parts.append(text)
        return len(text)


sink = Sink()
print("a", "b", file=sink)
sink.writelines(["x", "y"])
print(sink.parts, sink.readable(), sink.closed)
for call in (sink.read, sink.fileno):
    try:
        call()
    except io.UnsupportedOperation as e:
        print(e)
sink.close()
print(sink.closed)


class Zeros(io.RawIOBase):
    left = 5

    def readinto(self, buffer):
        count = min(len(buffer), self.left)
        self.left -= count
        buffer[:count] = b"0" * count
        return count


z = Zeros()
print(z.read(2), z.read(), z.read())
