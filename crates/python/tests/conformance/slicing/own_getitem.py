class S:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)


s = S()
print(s[1:2], s[::], s[1:2, 3], s[...], s[:, 1:], s[()], s[1,], s["a":"b":"c"], s[None:], s[-1], s[*[1, 2]], s[(1, 2)])
s[1:2] = 3
s[::2, ...] = 4
del s[:5]
s[0] = s[1] = 7

print(s[x := 5], x)
