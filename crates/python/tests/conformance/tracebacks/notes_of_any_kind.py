# conformance: whole stderr
class N:
    def __str__(self): return "N!"
    def __repr__(self): return "<N>"
class B:
    def __str__(self): raise RuntimeError
e = ValueError("a\nb")
e.add_note("one")
e.add_note("two\nlines")
e.__notes__.append(N())
e.__notes__.append(3)
e.__notes__.append(B())
raise e
