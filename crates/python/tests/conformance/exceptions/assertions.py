def check(x):
    assert x, f"x was {x!r}"
    assert (x, "always true") if False else True
    return x


print(check(1))
for x in (0, "", None, []):
    try:
        check(x)
    except AssertionError as e:
        print(repr(e))
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert False, ("tuple", 1)
except AssertionError as e:
    print(e.args)
try:
    assert [] , 1 / 0
except ZeroDivisionError as e:
    print("message evaluated:", e)
assert True, 1 / 0
print(__debug__)
