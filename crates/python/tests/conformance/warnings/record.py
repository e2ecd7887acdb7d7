import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for i in range(2):
        warnings.warn(f"number {i}")
    warnings.warn("old", DeprecationWarning)
print(len(caught))
for w in caught:
    print(w.category.__name__, w.message, w.lineno, type(w.message).__name__, w.source)
print(str(caught[0]).split(", filename")[0])
warnings.simplefilter("ignore")
warnings.warn("nobody sees it")
with warnings.catch_warnings(record=True) as again:
    warnings.warn("ignored still")
print(again)
# conformance: not yet as 3.15
