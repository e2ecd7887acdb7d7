import os

for name in ("one", "two"):
    with open(name, "w") as f:
        f.write(name)
os.rename("one", "three")
print(sorted(os.listdir()))
os.replace("three", "two")
print(open("two").read())
os.mkdir("d")
os.rename("two", "d/two")
os.rename("d", "e")
print(sorted(os.listdir()), os.listdir("e"))
for call in (
    lambda: os.remove("nothing"),
    lambda: os.unlink("nothing"),
    lambda: os.rename("nothing", "new"),
    lambda: os.rename("e/two", "no/where"),
    lambda: os.stat("nothing"),
    lambda: os.path.getsize("nothing"),
):
    try:
        call()
    except OSError as e:
        print(type(e).__name__, e)
os.remove("e/two")
os.rmdir("e")
