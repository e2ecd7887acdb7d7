kept = []
for i in [[1], [2]]:
    kept.append(i)


def total(rows):
    out = []
    for row in rows:
        for cell in row:
            out.append([cell])
    return out


r = total(kept)
z = [k for k in r if k]
