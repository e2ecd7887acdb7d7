import copy

memo = {}
original = [[1], [2]]
new = copy.deepcopy(original, memo)
print(len(memo), memo[id(original)] is new, memo[id(original[0])] is new[0], memo[id(memo)][-1] is original)
print(copy.deepcopy(original, memo) is new)
