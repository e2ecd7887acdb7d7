# An exception's args are the tuple in which a call passes its arguments, where there is one.
class Coded(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code


class Packed(Exception):
    pass


try:
    raise Coded([1], 5, [6])
except Coded as error:
    kept = error
parts = ([2], 3)
error = Packed(*parts)
print(error.args is parts)
error = ValueError(*parts)
print(error.args is parts)
error.__init__([4], 5)
plain = Packed([6], 7)
print(kept.args, error.args)
