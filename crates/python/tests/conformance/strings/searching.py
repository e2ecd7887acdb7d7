s = "the cat sat on the mat"
print(s.find("at"), s.find("at", 6), s.find("at", 6, 8), s.rfind("at"), s.rfind("at", 0, 10), s.find("dog"), s.find(""), s.rfind(""), s.find("", 50), s.index("sat"), s.rindex("the"), s.count("at"), s.count(""), s.count("t", 5, -3))
print(s.startswith("the"), s.startswith("cat", 4), s.startswith(("a", "t")), s.endswith("mat"), s.endswith("ma", 0, -1), s.startswith(""), s.endswith(()), s.startswith("the", -5))
print("aaaa".count("aa"), "aaaa".replace("aa", "b"), "abc".find("c", -1), "abc".find("a", -100), "abc".index("b", 1, 2))
print(s.partition(" "), s.rpartition(" "), s.partition("zzz"), s.rpartition("zzz"), s.replace("t", "T", 2), s.replace("", "-")[:10], "abc".replace("", "-", 2), "".replace("", "x"))
for f in (lambda: s.index("zzz"), lambda: s.rindex("q"), lambda: s.find(5), lambda: s.startswith(5), lambda: s.startswith(["t"]), lambda: s.startswith((1,)), lambda: s.partition(""), lambda: s.replace(1, 2), lambda: s.find("a", "b"), lambda: s.split("")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
# conformance: not yet as 3.15
