# sys.displayhook prints what is not None, and remembers it.
import builtins
import sys

sys.displayhook(3)
sys.displayhook(None)
print(builtins._)
sys.displayhook("text")
print(_)
shown = []
sys.displayhook = shown.append
exec(compile("1 + 2\n", "", "single"))
print(shown)
