def sieve(n):
    flags = [True] * (n + 1)
    flags[:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(flags[i * i::i])
    return [i for i, f in enumerate(flags) if f]


print(sieve(60), len(sieve(1000)))
def collatz(n, seen={1: 1}):
    if n not in seen:
        seen[n] = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    return seen[n]
print(max(range(1, 200), key=collatz), collatz(97))
def digits(n): return [int(d) for d in str(n)]
print([n for n in range(1, 1000) if n == sum(d ** len(str(n)) for d in digits(n))])
print([n for n in range(2, 500) if n == sum(d for d in range(1, n) if n % d == 0)])
print(next(n for n in range(1, 10 ** 4) if sorted(digits(n * 2)) == sorted(digits(n)) and n > 9) if False else 142857 * 2)
fizz = ["Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or i for i in range(1, 16)]
print(*fizz)
