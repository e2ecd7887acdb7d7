def through(source):
    try:
        yield from source
    finally:
        ended.append(1)


ended = []
chain = iter([1, 2])
for _ in range(5): chain = through(chain)
print(next(chain))
del chain
print(len(ended))
