from itertools import combinations, combinations_with_replacement, permutations

print(["".join(c) for c in combinations("abcd", 2)])
print(["".join(c) for c in combinations_with_replacement("abc", 2)])
print(["".join(p) for p in permutations("abc")])
print(list(permutations(range(4), 2)))
print(list(combinations("ab", 0)), list(combinations("ab", 3)), list(permutations("ab", 5)))
print(list(combinations_with_replacement("", 0)), list(combinations_with_replacement("", 1)))
print(sum(1 for _ in permutations(range(6))), sum(1 for _ in combinations(range(10), 4)))
for make in (combinations, combinations_with_replacement, permutations):
    try:
        make("ab", -1)
    except ValueError as error:
        print(error)
try:
    permutations("ab", "x")
except TypeError as error:
    print(error)
# conformance: not yet as 3.15
