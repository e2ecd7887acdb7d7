def through(source):
    yield source


chain = []
for _ in range(5_000): chain = through(chain)
del chain
print('freed')
