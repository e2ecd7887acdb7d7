def t(x):
    print("t", x, end=" ")
    return x


print(t(0) or t("") or t([]) or t("last"))
print(t(1) and t("a") and t(0) and t("never"))
print(t(1) or t(2) and t(3))
print(not t(0), not t("x") or t(5))
print(t(None) if t(False) else t("else"))
print(1 and 2, 0 and 2, 1 or 2, 0 or 2, not 0, not not 5, None or False, [] and 1, [[]] and 1)
print(True + True, True * 5, False - 1, True / 2, sum([True, True, False]), "ab"[True], ["no", "yes"][3 > 2])
print(True & False, True | False, True ^ True, ~True if False else -2, True & 1, True == 1, True is (1 == 1))
