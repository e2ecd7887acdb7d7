def make_accumulator(total=0):
    def add(n):
        nonlocal total
        total += n
        return total
    return add


a, b = make_accumulator(), make_accumulator(100)
print(a(1), a(10), b(5), a(0))


def average():
    values = []

    def add(v):
        values.append(v)
        return sum(values) / len(values)
    return add


avg = average()
print(avg(10), avg(11), avg(12), avg.__closure__[0].cell_contents)


def nested(depth):
    if depth == 0:
        return lambda: 0
    inner = nested(depth - 1)
    return lambda: depth + inner()


print(nested(10)())
