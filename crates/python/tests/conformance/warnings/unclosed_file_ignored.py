# conformance: whole stderr
def write():
    open("note.txt", "w").write("hello")


write()
print(open("note.txt").read())
