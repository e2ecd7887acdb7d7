import weakref


class Base:
    pass


class Derived(Base):
    pass


print(weakref.getweakrefcount(Derived), weakref.getweakrefcount(Base))
print(weakref.getweakrefs(Base)[0]() is Base, [c.__name__ for c in Base.__subclasses__()])
