import gc
import weakref


class First(str):
    def __getitem__(self, at):
        return super().__getitem__(at)


class Second(str):
    pass


class Missing(AttributeError):
    pass


print(First('abc')[1:])
reference = weakref.ref(Missing())
print(reference())
