# Names of functions, classes and attributes are the interned strs that the source's names are.
import sys


def function(parameter):
    local = parameter


class Thing:
    attribute = 1

    def method(self):
        self.other = 2


thing = Thing()
thing.method()
print(function.__name__ is 'function', Thing.__name__ is 'Thing', Thing.method.__name__ is 'method')
print(function.__code__.co_name is 'function', function.__qualname__ is 'function')
print('attribute' is [name for name in Thing.__dict__ if name == 'attribute'][0])
print(Thing.method.__qualname__ is 'Thing.method', Thing.__module__ is __name__, [name for name in globals()][-1] is 'thing')
made = ''.join(['Th', 'ing'])
print(made is 'Thing', sys.intern(made) is 'Thing', made == 'Thing')
