import copy


class Session:
    def __init__(self, conn, log):
        self.conn, self.log = conn, log

    def __copy__(self):
        print("copy")
        return Session(self.conn, self.log)

    def __deepcopy__(self, memo):
        print("deepcopy", memo is not None)
        new = Session(self.conn, copy.deepcopy(self.log, memo))
        memo[id(self)] = new
        return new


s = Session(object(), ["x"])
c, d = copy.copy(s), copy.deepcopy([s, s])
print(c.log is s.log, d[0] is d[1], d[0].conn is s.conn, d[0].log is s.log)
