# conformance: whole stderr
def never(f):
    1[0]
    {1}[0]
    (x for x in f)[1]
    ...[1]
    (lambda: 1)[1]
    None[1]
    f[1]
print("done")
