import warnings


def count(action, calls):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.simplefilter(action)
        for text in calls:
            warnings.warn(text)
    return [str(w.message) for w in caught]


for action in ("default", "always", "ignore", "module", "once"):
    print(action, count(action, ["a", "a", "b", "a"]))
print(count("once", ["a", "c"]))
