for i in range(5):
    if i == 1:
        continue
    if i == 3:
        break
    print(i)
else:
    print("no break")
for i in []:
    pass
else:
    print("empty else")
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("while else")
for i in range(3):
    for j in range(3):
        if j > i:
            break
        print(i, j, end="; ")
    else:
        print("inner else")
print()


def f():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return "returned"
            print("body", i)
        finally:
            print("finally", i)


print(f())
for x, (y, *z) in [(1, (2, 3, 4)), (5, (6,))]:
    print(x, y, z)
for d["k"] in (d := {}, 2):
    print(type(d["k"]).__name__)
