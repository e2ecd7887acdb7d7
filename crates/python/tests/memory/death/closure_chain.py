class End:
    def __del__(self):
        print('end')


def wrap(inner):
    return lambda: inner


chain = End()
wrappers = [wrap] * 40
for wrapper in wrappers: chain = wrapper(chain)
print(chain()()().__name__)
del chain
print('freed')
