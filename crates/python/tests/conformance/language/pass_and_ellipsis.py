def empty(): pass
def dots(): ...
class C: ...
def documented():
    "Only a docstring."
print(empty(), dots(), C().__class__.__name__, documented(), documented.__doc__, ...)
if True: pass
while False: pass
for _ in (): pass
try: pass
finally: pass
1; 2; print("three"); 4
x = 1; y = 2; print(x, y)
"expression statement"
...
None
print(type(...), repr(...), Ellipsis is ...)
