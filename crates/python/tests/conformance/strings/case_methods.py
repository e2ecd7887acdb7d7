for s in ("hello World", "ÉCOLE été", "ß", "ǆ", "İ", "ﬁ", "123abc", "they're bill's", "", "ΑΣ", "ŉ", "title Case here"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
for s in ("abc", "ABC", "Abc", "123", "a1", " ", "", "١٢", "²", "½", "éa", "_x1", "1x", "class", "Ab Cd", "\t\n", "\x00", "Ⅷ", "一"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
