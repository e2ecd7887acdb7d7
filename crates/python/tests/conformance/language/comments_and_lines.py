# a comment
x = [  # comment inside
    1,
    # a line
    2,
]  # end
y = 1 + \
    2
z = (1 +
     2 +

     3)
if x:  # comment
    # only comment
    print(x, y, z)
# dedented comment
    print("still inside")
def f(a,
      b=2,  # default
      ):
    return a, b
print(f(
    1,
))
class C:

    # blank lines

    x = 1
print(C.x); print("semicolon");
if x: print("one"); print("line")
