from collections import UserList, UserString


class Log(UserList):
    def append(self, item):
        print("append", item)
        super().append(item)


log = Log([1])
log.append(2)
log += [3]
print(log, log[1:], type(log[1:]).__name__, log + [9], log * 2, log == [1, 2, 3], log.data, 2 in log, log.index(3))
s = UserString("hello")
print(s, repr(s), s.upper(), type(s.upper()).__name__, s + "!", s[1:3], s == "hello", s.split("l"), "ell" in s, len(s))
