# A program's own __import__ is what the import statement calls.
import builtins

original = builtins.__import__


def spy(name, globals=None, locals=None, fromlist=(), level=0):
    print(name, fromlist, level, globals is not None)
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = spy
import sys
from sys import version_info as info
builtins.__import__ = original
print(__import__("sys") is sys, __import__(name="sys", level=0) is sys)
for args in ((), (1,), ("",), ("sys", None, None, (), -1)):
    try:
        __import__(*args)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
