import sys
print("a", "b", sep="-", end="!\n")
print(*range(5), sep=", ")
print()
print("no newline", end="")
print(" then this")
print("x", 1, None, [1], 2.0, sep="|")
print("", "", sep="#")
print(sep="x", end="end\n")
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
for bad in ({"sep": 5}, {"end": 1}, {"file": 5}, {"sep": b"x"}, {"wrong": 1}):
    try:
        print("q", **bad)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class W:
    def write(self, text): out.append(text)


out = []
print("a", "b", file=W())
print(1, end="", file=W())
print(out, print("returns") is None)
sys.stdout.write("written\n")
print(sys.stdout.write("n\n"))
