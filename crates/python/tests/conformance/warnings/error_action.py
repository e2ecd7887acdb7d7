import warnings

warnings.simplefilter("error")
try:
    warnings.warn("now an error", RuntimeWarning)
except RuntimeWarning as e:
    print(repr(e), e.__traceback__.tb_next)
warnings.resetwarnings()
warnings.filterwarnings("error", message="bad.*thing", category=UserWarning)
for text in ("a bad thing", "bad old thing", "Bad thing"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings("always", message="a")
        try:
            warnings.warn(text)
            print(text, len(caught))
        except UserWarning as e:
            print("error:", e)
warnings.warn("bad last thing")
