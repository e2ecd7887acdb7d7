# The one slice that CPython keeps for reuse is there from the start, and collections leave it there.
import gc

letters = ["a", "b"]
part = letters[0:1]
part = letters[0:2]
gc.collect()
part = letters[::2]
