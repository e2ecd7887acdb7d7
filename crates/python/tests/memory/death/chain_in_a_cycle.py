import gc

gc.disable()
head = []
chain = head
for _ in range(100_000): chain = [chain]
head.append(chain)
del head, chain
print(gc.collect())
