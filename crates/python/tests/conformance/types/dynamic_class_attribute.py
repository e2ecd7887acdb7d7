import types


class Meta(type):
    def __getattr__(cls, name):
        return f"class {name}"


class A(metaclass=Meta):
    @types.DynamicClassAttribute
    def shade(self):
        return "instance shade"


print(A.shade, A().shade)
try:
    A().shade = 1
except AttributeError as error:
    print(error)
