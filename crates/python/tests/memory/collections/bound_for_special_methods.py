# Where the machine asks for a special method by name it binds it for the call.
import math


class Thing:
    def __round__(self, places=None):
        return 1

    def __reversed__(self):
        return iter([])

    def __floor__(self):
        return 1

    def __complex__(self):
        return 1j

    def __bytes__(self):
        return b''

    def __format__(self, spec):
        return 'x'

    def __len__(self):
        return 1

    def __int__(self):
        return 1


thing = Thing()
round(thing)
round(thing, 1)
reversed(thing)
math.floor(thing)
complex(thing)
bytes(thing)
format(thing, '1')
f'{thing}'
'{}'.format(thing)
len(thing)
int(thing)
