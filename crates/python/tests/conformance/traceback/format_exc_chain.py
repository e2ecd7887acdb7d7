import traceback


def load(name):
    try:
        return {}[name]
    except KeyError as e:
        raise ValueError("no such name") from e


try:
    load("a")
except ValueError:
    text = traceback.format_exc()
print(*[line for line in text.splitlines() if "File" not in line], sep="\n")
print(traceback.format_exc(chain=False).splitlines()[-1])
