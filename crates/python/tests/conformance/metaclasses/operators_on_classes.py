class Meta(type):
    def __len__(cls): return 3
    def __getitem__(cls, i): return f"{cls.__name__}[{i}]"
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter("abc")
    def __add__(cls, other): return f"{cls.__name__}+{getattr(other, '__name__', other)}"
    def __eq__(cls, other): return "equal"
    def __hash__(cls): return 7
    def __bool__(cls): return False
    def __repr__(cls): return f"<{cls.__name__}!>"
    def __getattr__(cls, name): return f"no {name}"
    @property
    def prop(cls): return "prop of " + cls.__name__


class C(metaclass=Meta): pass


print(len(C), C[5], 1 in C, 2 in C, list(C), C + C, C + 1, C == 1, hash(C), bool(C), C, C.anything, C.prop)
try:
    C().prop
except AttributeError as e:
    print(e)
try:
    len(C())
except TypeError as e:
    print(e)
