from itertools import product

print(["".join(p) for p in product("ab", "xyz")])
print(list(product([0, 1], repeat=3)))
print(list(product()), list(product("ab", "")), list(product("ab", repeat=0)))
count = 0
for a, b in product(range(30), repeat=2):
    count += a * b
print(count)
for wrong in (-1, "x", 2**62):
    try:
        product("ab", repeat=wrong)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
