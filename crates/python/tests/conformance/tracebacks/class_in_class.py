# conformance: whole stderr
class Outer:
    class E(Exception): pass
raise Outer.E("x", 2)
