# conformance: whole stderr
import weakref


class Jar:
    pass


class Bell:
    def __init__(self, ring):
        self.ring = ring

    def __repr__(self):
        return "<bell>"

    def __call__(self, dead):
        raise ValueError(self.ring(4))


def fall(depth):
    return fall(depth - 1) if depth else 1 // 0


jar = Jar()
bells = [weakref.ref(jar, Bell(ring)) for ring in (fall, lambda times: times.label, str)]
del jar
