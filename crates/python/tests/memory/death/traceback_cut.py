class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def fail(name):
    d = D(name)
    raise ValueError(name)


try:
    fail('one')
except ValueError as e:
    one = e
try:
    fail('two')
except ValueError as e:
    two = e
one.with_traceback(None)
print('after with_traceback')
two.__traceback__.tb_next.tb_frame.clear()
print('after clear')
try:
    two.__traceback__.tb_frame.clear()
except RuntimeError as e:
    print(e)
