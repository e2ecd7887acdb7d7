# What builtins have allocated by the time they fail.
import gc


def report(action):
    gc.collect()
    before = gc.get_count()[0]
    try:
        action()
    except Exception as error:
        name = type(error).__name__
    print(name, gc.get_count()[0] - before)


def from_gc():
    from gc import no_such_name


for turn in range(2):
    report(lambda: {}.popitem())
    report(lambda: open("/no/such/file"))
    report(lambda: from_gc())
    report(lambda: [].pop())
    report(lambda: set().pop())
    report(lambda: {}["a"])
