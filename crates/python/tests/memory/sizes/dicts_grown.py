import sys

d, e = {}, {}
numbers, texts = [sys.getsizeof(d)], [sys.getsizeof(e)]
for i in range(200):
    d[i] = i
    e[str(i)] = i
    if sys.getsizeof(d) != numbers[-1]:
        numbers.append(sys.getsizeof(d))
    if sys.getsizeof(e) != texts[-1]:
        texts.append(sys.getsizeof(e))
print(numbers)
print(texts)
