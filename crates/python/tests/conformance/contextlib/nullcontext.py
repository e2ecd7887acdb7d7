from contextlib import nullcontext


def use(cm=None):
    with cm or nullcontext("default") as value:
        print(value)


use()
use(nullcontext(5))
with nullcontext() as nothing:
    print(nothing)
