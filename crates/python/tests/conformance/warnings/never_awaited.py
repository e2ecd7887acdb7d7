# conformance: whole stderr
import warnings


async def work():
    return 1


work()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    work()
print([(w.category.__name__, str(w.message)) for w in caught])
