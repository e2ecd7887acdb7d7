# str and repr of an object run a collection that is due before anything else, so what it prints comes before the text.
import gc


class Noisy:
    def __del__(self):
        print('del')


def trash():
    noisy = Noisy()
    noisy.me = noisy


gc.collect()
gc.set_threshold(5)
trash()
a = {1}, {2}, {3}, {4}, {5}, {6}
print('after the first del')
trash()
b = {1}, {2}, {3}, {4}, {5}, {6}
c = f'{5}'
trash()
d = {1}, {2}, {3}, {4}, {5}, {6}
c = '%r and %s' % (1, c)
gc.set_threshold(0)
