def which(*classes):
    print("evaluating")
    return classes


try:
    raise KeyError("k")
except which(ValueError):
    print("no")
except which(KeyError, IndexError) as e:
    print("yes", e)
for target in (5, "ValueError", (ValueError, 5), [ValueError], None, (ValueError, (KeyError,))):
    try:
        try:
            raise KeyError("k")
        except target:
            print("caught by", target)
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
try:
    pass
except not_even_defined:
    pass
print("no exception, no evaluation")
try:
    try:
        1 / 0
    except also_not_defined:
        pass
except NameError as e:
    print(e, repr(e.__context__))
