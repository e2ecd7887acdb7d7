def outer():
    x = 1
    def get(): return x
    def put(v):
        nonlocal x
        x = v
    def drop():
        nonlocal x
        del x
    return get, put, drop


get, put, drop = outer()
print(get(), get.__code__.co_freevars, get.__closure__[0].cell_contents)
put(5)
print(get(), put.__closure__[0] is get.__closure__[0])
drop()
try:
    get()
except NameError as e:
    print(type(e).__name__, e)
try:
    get.__closure__[0].cell_contents
except ValueError as e:
    print(e)
get.__closure__[0].cell_contents = 7
print(get())
try:
    drop(); drop()
except NameError as e:
    print(e)
