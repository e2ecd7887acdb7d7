import linecache

# the third line
print(repr(linecache.getline(__file__, 3).strip()), repr(linecache.getline(__file__, 1000)))
print(repr(linecache.getline("no/such/file.py", 1)), linecache.getlines("no/such/file.py"))
with open("lines.txt", "w") as f:
    f.write("one\ntwo")
print(linecache.getlines("lines.txt"), linecache.getline("lines.txt", 2))
linecache.clearcache()
