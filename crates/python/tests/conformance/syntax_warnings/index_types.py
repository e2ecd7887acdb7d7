# conformance: whole stderr
def never(x):
    "abc"["x"]
    (1, 2)["x"]
    [1, 2]["x"]
    [1, 2][1, 2]
    [1][1.5]
    f"{x}"["a"]
    [1][True], [1][1:2], [1][x]
print("done")
