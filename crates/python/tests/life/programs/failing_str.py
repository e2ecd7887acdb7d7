class E(Exception):
    def __str__(self): raise ValueError
class M:
    class Inner(Exception): pass
try:
    raise E
except E as e:
    try: raise M.Inner("x", 2)
    except M.Inner as i:
        try: raise KeyError("multi\nline")
        except KeyError: assert 1 == 2, "assert msg"
