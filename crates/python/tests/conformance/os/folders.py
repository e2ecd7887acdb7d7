import os

os.mkdir("d")
os.makedirs("x/y/z")
os.makedirs("x/y/z", exist_ok=True)
with open("d/a.txt", "w") as f:
    f.write("hello")
print(sorted(os.listdir()), sorted(os.listdir("d")), sorted(os.listdir("x/y")))
print(os.path.isdir("x/y"), os.path.isfile("x/y"), os.path.exists("x/q"), os.path.isfile("d/a.txt"))
print(os.path.getsize("d/a.txt"), os.stat("d/a.txt").st_size)
for call in (
    lambda: os.mkdir("d"),
    lambda: os.mkdir("q/w"),
    lambda: os.makedirs("x/y"),
    lambda: os.rmdir("d"),
    lambda: os.rmdir("d/a.txt"),
    lambda: os.rmdir("nothing"),
    lambda: os.listdir("nothing"),
    lambda: os.listdir("d/a.txt"),
):
    try:
        print(call())
    except OSError as e:
        print(type(e).__name__, e.errno, e)
os.rmdir("x/y/z")
os.removedirs("x/y")
print(os.path.exists("x"))
os.remove("d/a.txt")
os.rmdir("d")
print(os.path.exists("d"))
