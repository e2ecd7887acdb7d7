total = 0
for i in range(3):
    text = input(f"number {i + 1}: ")
    try:
        total += float(text)
    except ValueError as e:
        print("skipped:", e)
print("total", total)
values = list(map(int, input().split()))
print(values, sum(values))
import sys
print(repr(sys.stdin.readline()), [line.strip() for line in sys.stdin])
