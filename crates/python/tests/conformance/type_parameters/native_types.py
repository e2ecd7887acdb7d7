# The types that typing has in C, by their native module.
import _typing

T = _typing.TypeVar("T")
P = _typing.ParamSpec("P")
Ts = _typing.TypeVarTuple("Ts")
print(T, P, Ts, P.args, P.kwargs, T.__module__, P.__module__, Ts.__name__)
print(_typing.TypeVar("C", covariant=True), _typing.TypeVar("D", contravariant=True), _typing.TypeVar("I", infer_variance=True))
print(_typing.TypeVar("T", int, str).__constraints__, P.args == P.args, P.args == P.kwargs, P.args.__origin__ is P)
A = _typing.TypeAliasType("A", list[T], type_params=(T,))
print(A, A.__value__, A.__type_params__, A.__parameters__, A.__module__, A[int])
print(_typing._idfunc(3), _typing.Generic)


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: _typing.TypeVar())
show(lambda: _typing.TypeVar(1))
show(lambda: _typing.TypeVar("T", int))
show(lambda: _typing.TypeVar("T", covariant=True, contravariant=True))
show(lambda: _typing.TypeVar("T", covariant=True, infer_variance=True))
show(lambda: _typing.TypeVar("T", wrong=1))
show(lambda: _typing.TypeAliasType("X"))
show(lambda: _typing.TypeAliasType("X", int, type_params=[]))
show(lambda: T())
show(lambda: T.__reduce__())
# conformance: not yet as 3.15
