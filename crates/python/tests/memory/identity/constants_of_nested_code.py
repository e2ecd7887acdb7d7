# Equal constants of one module are one object, whichever function has them.
def outer():
    def inner():
        return 'a phrase', 4096.5, 70000, b'some bytes', ('a phrase', 70000)
    return 'a phrase', 4096.5, 70000, b'some bytes', ('a phrase', 70000), inner()


class Holder:
    phrase, number = 'a phrase', 70000
    pair = ('a phrase', 70000)


own = outer()
nested = own[5]
print([own[i] is nested[i] for i in range(5)])
print(Holder.phrase is own[0], Holder.number is own[2], Holder.pair is own[4], own[4][0] is own[0])
