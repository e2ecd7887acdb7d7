# conformance: whole stderr
import warnings

warnings.warn("first")
warnings.warn("old", DeprecationWarning)
warnings.warn("soon", PendingDeprecationWarning)
warnings.warn("import", ImportWarning)
warnings.warn("file", ResourceWarning)
warnings.warn("number", RuntimeWarning)


class Own(UserWarning):
    pass


warnings.warn(Own("mine"))
print("done")
