chain = []
for _ in range(1_000_000): chain = [chain]
print('built')
del chain
print('freed')
