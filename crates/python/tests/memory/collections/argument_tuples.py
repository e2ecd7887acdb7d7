# A function that takes its arguments in a tuple allocates it: once, then it comes from the free list.
import gc
import sys

letters = ["a", "b"]
numbers = {1, 2}
table = {"a": 1}
gc.collect()
sys.getsizeof(letters)
gc.collect()
"{}".format(1)
"{}".format(2)
gc.collect()
"{} {}".format(1, 2)
gc.collect()
table.update(table)
gc.collect()
letters.__contains__(1)
gc.collect()
letters.__len__()
gc.collect()
getattr(letters, "absent", 1)
gc.collect()
table.get("b", 1)
gc.collect()
letters.append("c")
