from os import path

for p in ("", ".", "a//b", "a/./b", "a/../b", "../a", "/..", "/../a", "a/..", "//a", "///a", "a/b/../../..", "/a/../../b"):
    print(repr(p), path.normpath(p))
print(path.relpath("/a/b", "/a/c"), path.relpath("/a", "/a"), path.relpath("/a/b/c", "/a"), path.relpath("/", "/x/y"))
print(path.commonprefix(["abc", "abd", "ab"]), path.commonprefix([]), path.commonpath(["/a/b", "/a/c/d"]))
print(path.commonpath(["a/b", "a"]), path.abspath("/a/./b/.."), path.normcase("aB"))
for call in (lambda: path.commonpath(["/a", "b"]), lambda: path.commonpath([]), lambda: path.relpath("")):
    try:
        call()
    except ValueError as e:
        print(e)
# conformance: not yet as 3.15
