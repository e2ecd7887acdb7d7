import os

os.makedirs("top/a/b")
os.makedirs("top/c")
for name in ("top/1.txt", "top/a/2.txt", "top/a/b/3.txt"):
    open(name, "w").close()
for folder, dirs, files in sorted(os.walk("top")):
    print(folder, sorted(dirs), sorted(files))
print([f for f, _, _ in os.walk("top/a", topdown=False)], list(os.walk("nothing")))
for folder, dirs, files in os.walk("top"):
    dirs[:] = [d for d in dirs if d != "a"]
    print(folder)
with os.scandir("top") as entries:
    print(sorted((e.name, e.path, e.is_dir(), e.is_file()) for e in entries))
for folder, dirs, files in os.walk("top", topdown=False):
    for name in files:
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)
print(os.path.exists("top"))
