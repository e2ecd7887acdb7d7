import warnings

registry = {}
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    for line in (1, 1, 2):
        warnings.warn_explicit("text", UserWarning, "other.py", line, registry=registry)
    warnings.warn_explicit(RuntimeWarning("no registry"), None, "other.py", 7)
for w in caught:
    print(w.filename, w.lineno, w.category.__name__, w.message)
print(len(registry))
