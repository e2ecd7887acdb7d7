import warnings

warnings.simplefilter('always')
f = open('one.txt', 'w')
f.write('text')
del f
with open('one.txt') as f:
    print(f.read())
del f
f = open('one.txt', 'rb')
f = None
print('end')
