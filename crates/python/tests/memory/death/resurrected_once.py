kept = []
class A:
    def __del__(self):
        print("del")
        kept.append(self)
a = A()
del a
print(len(kept))
kept.clear()
print(len(kept))
