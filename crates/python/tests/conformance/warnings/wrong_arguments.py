import warnings

for call in (
    lambda: warnings.warn("x", int),
    lambda: warnings.warn("x", "y"),
    lambda: warnings.warn(),
    lambda: warnings.filterwarnings("ignore", message=1),
    lambda: warnings.filterwarnings("ignore", category=int),
    lambda: warnings.simplefilter("ignore", lineno=-1) or 1,
):
    try:
        call()
        print("fine")
    except (TypeError, ValueError, AssertionError) as e:
        print("TypeError" if isinstance(e, TypeError) else "other", isinstance(e, TypeError) and e)
# conformance: not yet as 3.15
