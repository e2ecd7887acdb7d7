import contextlib
import io
import sys

out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("caught", end="!")
    sys.stdout.write("more\n")
print(repr(out.getvalue()))
saved, sys.stdout = sys.stdout, io.StringIO()
print("hidden")
text = sys.stdout.getvalue()
sys.stdout = saved
print(repr(text))
