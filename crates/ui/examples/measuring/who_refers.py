# The collector knows who refers to whom, and will tell.
import gc

inner = ["pearl"]
shell = [inner]
sea = {"find": shell}
print("the shell refers to:", gc.get_referents(shell))
holders = gc.get_referrers(inner)
print("the shell holds the pearl:", any(one is shell for one in holders))
print("the sea holds the pearl:", any(one is sea for one in holders))
print("a number is tracked:", gc.is_tracked(7))
print("a list is tracked:", gc.is_tracked(inner))
