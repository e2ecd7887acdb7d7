import time


def timed(function):
    def wrapper(*args):
        start = time.perf_counter()
        result = function(*args)
        spent = time.perf_counter() - start
        print(function.__name__, "took", "some" if spent > 0 else "no", "time")
        return result
    return wrapper


@timed
def add(a, b):
    time.sleep(0.01)
    return a + b


print(add(1, 2))
