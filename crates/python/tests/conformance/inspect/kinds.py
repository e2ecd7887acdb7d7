import inspect
import types


class A:
    def m(self): ...
    @property
    def p(self): ...


def gen():
    yield


async def co(): ...
async def agen():
    yield


c = co()
things = [A, A().m, A.m, gen, gen(), co, c, agen, len, [].append, str.upper, types, A.p]
tests = [inspect.isclass, inspect.ismethod, inspect.isfunction, inspect.isgeneratorfunction, inspect.isgenerator,
         inspect.iscoroutinefunction, inspect.iscoroutine, inspect.isasyncgenfunction, inspect.isawaitable,
         inspect.isbuiltin, inspect.isroutine, inspect.ismodule, inspect.isdatadescriptor, inspect.ismethoddescriptor]
for thing in things:
    print([test.__name__[2:] for test in tests if test(thing)])
c.close()
