# conformance: whole stderr
def load():
    try:
        return {}["setting"]
    except KeyError as e:
        raise ValueError("no setting") from e


try:
    load()
except ValueError:
    undefined_name
