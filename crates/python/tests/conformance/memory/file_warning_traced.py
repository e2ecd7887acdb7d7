import tracemalloc
import warnings

warnings.simplefilter('always')
tracemalloc.start()
f = open('three.txt', 'w')
del f
print('end')
