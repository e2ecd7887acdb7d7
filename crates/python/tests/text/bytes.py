"""What bytes, bytearray and memoryview answer."""


def show(label, answer):
    try:
        print(label, repr(answer()))
    except BaseException as error:
        print(label, type(error).__name__, error)


for make in (bytes, bytearray):
    print(make.__name__)
    for data in (b"", b"Hello World", b" two\twords\r\n", b"\x00\xff\x80'", b"it's \"q\"", b"\\"):
        value = make(data)
        print(repr(value), str(value), len(value), list(value), bool(value))
        for name in (
            "capitalize title lower upper swapcase strip lstrip rstrip split rsplit splitlines isalnum isalpha isascii isdigit "
            "islower isspace istitle isupper expandtabs hex"
        ).split():
            print(" ", name, repr(getattr(value, name)()))
        print(" ", [value[::-1], value[1:], value[:-1], value[::2], value[-3:]])
        print(" ", [value.center(14, b"*"), value.ljust(13), value.rjust(13, b"."), value.zfill(13), value * 2])
        print(" ", [value.find(b"o"), value.rfind(111), value.count(b""), b"o" in value, 111 in value, value < b"I", value == data])
        print(" ", [value.replace(b"", b"-"), value.replace(b"o", b"00", 1), value.partition(b" "), value.rpartition(b" ")])
        print(" ", [value + b"x", value.split(b" ", 1), value.splitlines(True), value.translate(None, b"lo")])
    value = make(b"abc")
    show("getitem", lambda: value[5])
    show("getitem", lambda: value["a"[:]])
    show("add", lambda: value + 1)
    show("multiply", lambda: value * 2.5)
    show("contains", lambda: "a" in value)
    show("contains", lambda: 300 in value)
    show("find", lambda: value.find("a"))
    show("index", lambda: value.index(b"x"))
    show("startswith", lambda: [value.startswith(b"ab"), value.startswith((b"x", b"a")), value.endswith(b"c", 1)])
    show("startswith", lambda: value.startswith("a"))
    show("split", lambda: value.split(b""))
    show("split", lambda: value.split("a"))
    show("join", lambda: value.join([b"1", bytearray(b"2")]))
    show("join", lambda: value.join([1]))
    show("join", lambda: value.join(5))
    show("strip", lambda: [value.strip(b"ac"), value.removeprefix(b"a"), value.removesuffix(b"c")])
    show("center", lambda: value.center(9, "x"))
    show("hex", lambda: [value.hex(":"), value.hex(":", 2), value.hex("-", -2)])
    show("hex", lambda: value.hex("::"))
    show("fromhex", lambda: [make.fromhex("01 ff 0A"), make.fromhex("")])
    show("fromhex", lambda: make.fromhex("0 1"))
    show("fromhex", lambda: make.fromhex("zz"))
    show("new", lambda: [make(3), make([1, 2]), make("é", "utf-8"), make(range(3)), make(b"x"), make(memoryview(b"abc")[::2])])
    show("new", lambda: make("a"))
    show("new", lambda: make(-1))
    show("new", lambda: make([256]))
    show("new", lambda: make(["a"]))
    show("new", lambda: make(1.5))
    show("new", lambda: make(b"a", "utf8"))
    show("decode", lambda: [value.decode(), make(b"\xc3\xa9").decode("utf-8"), make(b"\xe9").decode("latin-1")])
    show("decode", lambda: make(b"a\xffb\xe4\xb8").decode("utf-8", "replace"))
    show("decode", lambda: make(b"a\xffb\xe4\xb8").decode("utf-8", "ignore"))
    show("decode", lambda: make(b"a\xffb\xe4\xb8").decode("utf-8", "backslashreplace"))
    for wrong in (b"\xff", b"a\xe4b", b"\xe4\xb8", b"\xe4\xb8a", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe4"):
        show("decode", lambda: make(wrong).decode())
    show("decode", lambda: make(b"\x80").decode("ascii"))
    show("translate", lambda: value.translate(bytes.maketrans(b"ab", b"xy")))
    show("translate", lambda: value.translate(b"x"))
    show("percent", lambda: make(b"%d and %s") % (3, b"x"))

show("hash", lambda: hash(bytearray()))
show("hash", lambda: {b"a": 1}[b"a"])
show("mixed", lambda: [b"a" == bytearray(b"a"), b"a" == "a", type(b"a" + bytearray(b"b")).__name__, type(bytearray(b"a") + b"b").__name__])
show("less", lambda: b"a" < "a")

array = bytearray(b"abcdef")
array[0] = 65
array[1:3] = b"XYZ"
del array[-1]
array.append(33)
array.extend([1, 2])
array.extend(b"zz")
array.insert(0, 48)
print(array, array.pop(), array.pop(0), array)
array.remove(65)
array.reverse()
array += b"!"
array *= 2
print(array, len(array), array.copy() == array)
array[::2] = bytes(len(array[::2]))
print(array)
del array[::3]
print(array)
array.clear()
print(array)
show("append", lambda: array.append(256))
show("append", lambda: array.append("a"))
show("extend", lambda: array.extend("a"))
show("extend", lambda: array.extend(5))
show("pop", lambda: array.pop())
show("pop", lambda: bytearray(b"a").pop(5))
show("remove", lambda: array.remove(98))
show("setitem", lambda: bytearray(b"a").__setitem__(1, 2))
show("setitem", lambda: bytearray(b"a").__setitem__(slice(0, 1), "a"))
show("setitem", lambda: bytearray(b"abcd").__setitem__(slice(0, 4, 2), b"x"))
show("setitem", lambda: bytearray(b"a").__setitem__(0, 256))

array = bytearray(b"abcdef")
view = memoryview(array)
show("append", lambda: array.append(1))
show("clear", lambda: array.clear())
view[0] = 90
view[1:3] = b"YX"
print(array, bytes(view[::2]), view[1], len(view), view.tolist(), view[2:].tobytes(), view.obj is array, view.readonly)
part = view[1:4]
view.release()
show("append", lambda: array.append(1))
part.release()
array.append(33)
print(array)
show("released", lambda: view[0])
show("released", lambda: len(view))
with memoryview(b"abc") as view:
    print(view == b"abc", hash(view) == hash(b"abc"), view.nbytes, view.format, view.itemsize, view.ndim, view.shape, view.strides)
    show("getitem", lambda: view[5])
    show("getitem", lambda: view["a"])
    show("setitem", lambda: view.__setitem__(0, 1))
    show("iter", lambda: list(view))
show("released", lambda: view.tobytes())
show("new", lambda: memoryview(1))
view = memoryview(array)
del view
array.append(1)
print(array)
