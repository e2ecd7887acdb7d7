def f(n):
    if n == 0:
        raise ValueError("deep")
    return f(n - 1)
def g():
    try:
        f(8)
    except ValueError as e:
        e.add_note("a note\nsecond line")
        x = {"a": [1, 2]}
        x["b"]["c"] + (1
            + 2)
g()
