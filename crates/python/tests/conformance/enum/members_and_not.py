from enum import Enum, member, nonmember


class E(Enum):
    A = 1
    limit = nonmember(10)
    _ignore_ = ["tmp"]
    tmp = 3

    @member
    def run():
        return "ran"

    def method(self):
        return self.value


print(list(E)[:1], E.limit, hasattr(E, "tmp"), E.run.value(), E.A.method(), E.run.name)
