import gc
try:
    import missing_module
except ImportError as error:
    print(error)
try:
    import missing_module.nested
except ImportError as error:
    print(error)
lists = [[], [], [], []]
tuples = [(lists,), (lists,), (lists,), (lists, 1), (lists, 1, 2), (lists, 2)]
one = {"a": lists}
two = {"a": lists}
gc.collect()
import missing_again
