import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, lineno)


warnings.showwarning = show
warnings.warn("own way")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("quiet")
warnings.warn("again")
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "x = 1"), end="")
print(warnings.formatwarning("text", UserWarning, "nowhere.py", 3), end="")
