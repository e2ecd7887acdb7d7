print('a' "b" '''c''' """d""", 'it\'s', "tab\there", r'\n', b'x' b"y", u'u', "\x41\u0042\U00000043\103", "\\", '"', "'", "a\
b")
print(len("\n"), len(r"\n"), len("\\n"), "é" == "\u00e9", "\N{LATIN SMALL LETTER E WITH ACUTE}", "nul\0end".replace("\0", "|"), '''multi
line''', """quote " inside""", "" == '', "%d%%" % 5)
s = ("implicit "
     "concatenation "
     f"with {1 + 1}")
print(s, ("not a tuple"), ("a tuple",), "a" "b".upper(), ("a" "b").upper())
