class Outer:
    class Inner:
        def method(self, a):
            def local(b): pass
            return local


for call in (lambda: Outer.Inner().method(), lambda: Outer.Inner().method(1)(), lambda: (lambda x: x)(), lambda: Outer.Inner(1),
             lambda: Outer.Inner.method()):
    try:
        call()
    except TypeError as e:
        print(e)
