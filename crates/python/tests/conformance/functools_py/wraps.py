from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper, wraps


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


@logged
def add(a: int, b: int = 2) -> int:
    """Adds."""
    return a + b


add.mark = 1
print(add(1, b=5), add.__name__, add.__qualname__, add.__doc__, add.__annotations__, add.__wrapped__(1))
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)


class Call:
    def __call__(self):
        return "called"


c = update_wrapper(Call(), add)
print(c(), c.__name__, c.mark)
