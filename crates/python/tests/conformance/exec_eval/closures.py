# Code with free variables needs cells.
def outer():
    value = 10

    def get():
        print("value", value)

    return get


get = outer()


def attempt(function):
    try:
        function()
    except TypeError as error:
        print(error)


attempt(lambda: exec(get.__code__))
attempt(lambda: eval(get.__code__))
attempt(lambda: exec(get.__code__, closure=get.__closure__))
attempt(lambda: exec(get.__code__, closure=()))
attempt(lambda: exec(get.__code__, closure=[1]))
attempt(lambda: exec(compile("1", "", "exec"), closure=get.__closure__))
