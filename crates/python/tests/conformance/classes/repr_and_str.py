class Nothing:
    pass


class OnlyRepr:
    def __repr__(self):
        return "<only repr>"


class Both(OnlyRepr):
    def __str__(self):
        return "str"


class Bad:
    def __repr__(self):
        return 1

    def __str__(self):
        return None


print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()], f"{OnlyRepr()}")
print(Both(), repr(Both()), [Both()], f"{Both()!r} {Both()!s}", "%s %r" % (Both(), Both()))
for f in (repr, str, print, format, ascii):
    try:
        f(Bad())
    except TypeError as e:
        print(e)
print(Nothing, repr(Nothing()).startswith("<__main__.Nothing object at 0x"))
print([Nothing], {"k": OnlyRepr()}, (Both(),), {Both: 1})
# conformance: not yet as 3.15
