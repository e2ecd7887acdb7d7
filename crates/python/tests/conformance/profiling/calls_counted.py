import cProfile


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main():
    fib(10)
    text = "-".join(["a", "b"])
    return len(text)


p = cProfile.Profile()
p.enable()
main()
p.disable()
p.create_stats()
for (file, line, name), (cc, nc, tt, ct, callers) in sorted(p.stats.items(), key=lambda item: item[0][1:]):
    print(line, name, cc, nc, sorted((caller[2], row[:2]) for caller, row in callers.items()))
