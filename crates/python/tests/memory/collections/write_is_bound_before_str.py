class Thing:
    def __str__(self):
        return 'thing'

    def __repr__(self):
        return 'Thing()'


thing = Thing()
print(thing)
print([thing])
print(thing, thing)
f'{thing}'
f'{thing!r}'
str(thing)
