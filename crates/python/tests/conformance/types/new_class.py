import types


def body(ns):
    ns["greet"] = lambda self: f"I am {self.name}"
    ns["name"] = "dynamic"


C = types.new_class("C", (object,), {}, body)
print(C, C().greet(), C.__module__)


class Meta(type):
    def __new__(mcls, name, bases, ns, tag=None):
        cls = super().__new__(mcls, name, bases, ns)
        cls.tag = tag
        return cls

    def __init__(cls, name, bases, ns, tag=None):
        super().__init__(name, bases, ns)


D = types.new_class("D", (C,), {"metaclass": Meta, "tag": 5})
print(type(D), D.tag, D.__mro__[1] is C)
print(types.prepare_class("E", (D,), {"tag": 1}))
E = types.new_class("E", (list[int],))
print(E.__bases__, types.get_original_bases(E), types.resolve_bases((list[int], dict)))
