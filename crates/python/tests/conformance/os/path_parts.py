import os
from os import path

for p in ("a/b.tar.gz", ".hidden", "a/.b.c", "/", "a/", "", "//x", "a.b/c", "..."):
    print(repr(p), path.split(p), path.splitext(p), path.basename(p), path.dirname(p), path.isabs(p))
print(path.join("a", "b"), path.join("a/", "b"), path.join("a", "/b"), path.join("", "b"), path.join("a", ""), path.join("a"))
print(os.path is path, path.sep, os.sep, os.pathsep, os.linesep == "\n", os.curdir, os.pardir, os.extsep, os.name)
