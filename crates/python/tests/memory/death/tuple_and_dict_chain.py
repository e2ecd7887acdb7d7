chain = []
for _ in range(30_000): chain = (chain, {'next': (chain,)})
print('built')
chain = None
chain = []
for _ in range(30_000): chain = {1: [chain]}
chain.clear()
print('freed')
