import sys

print(sys.getsizeof(iter([])), sys.getsizeof(iter('')), sys.getsizeof(iter(())), sys.getsizeof(iter(range(1))))
print(sys.getsizeof(iter({})), sys.getsizeof(iter(set())), sys.getsizeof(iter(b'')), sys.getsizeof(iter(bytearray())))
print(sys.getsizeof(reversed([])), sys.getsizeof(reversed('')), sys.getsizeof(reversed(range(1))))
print(sys.getsizeof(enumerate('')), sys.getsizeof(zip()), sys.getsizeof(zip('a', 'b')), sys.getsizeof(filter(None, '')))
print(sys.getsizeof(map(str, '')), sys.getsizeof(iter(int, 1)), sys.getsizeof({}.keys()), sys.getsizeof({}.items()))
print(sys.getsizeof(iter({}.values())), sys.getsizeof(reversed({})), sys.getsizeof(iter(range(10 ** 30))))
