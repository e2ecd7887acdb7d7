# Type parameters take attributes, keep theirs, and are no bases.
import _typing
import weakref

T = _typing.TypeVar("T")
T.note = "text"
print(T.note, weakref.ref(T)() is T)
for statement in ("T.__name__ = 'x'", "T.__bound__ = 1", "T.__covariant__ = True", "del T.note", "T.note"):
    try:
        exec(statement)
        print("done")
    except AttributeError as error:
        print(error)
for base in (T, _typing.ParamSpec("P"), _typing.TypeVarTuple("Ts"), _typing.ParamSpec("P").args):
    try:
        class A(base):
            pass
    except TypeError as error:
        print(error)
for base in (_typing.TypeVar, _typing.ParamSpec, _typing.TypeVarTuple, _typing.TypeAliasType):
    try:
        class B(base):
            pass
    except TypeError as error:
        print(error)
