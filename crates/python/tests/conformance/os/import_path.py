import os.path
import sys
from os.path import join, splitext

print(join("a", "b"), splitext("x.py"), os.path.__name__, sys.modules["os.path"] is os.path)
import posixpath

print(posixpath is os.path)
