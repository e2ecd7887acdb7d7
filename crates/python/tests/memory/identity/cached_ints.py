# Small ints are there once, however they come about: up to 256, and up to 1024 in 3.15.
def cached(value):
    return value + 0 is int(str(value))


print([value for value in (-7, -6, -5, 0, 256, 257, 1024, 1025) if cached(value)])
print(len('x' * 200) is 200, sum([100, 100]) is 200, int(200.7) is 200, 50 * 4 is 200, 400 // 2 is 200, 456 & 200 is 200)
print(len('x' * 300) is 300, sum([100, 200]) is int('300'), int('0x3e8', 16) is int('1000'))
print(ord('é') is 233, b'\xff'[0] is 255, hash(100) is 100, True + True is 2, round(99.6) is 100, 2 ** 7 is 128)
print([cached(value) for value in range(255, 259)])
print((2 ** 100 >> 95) is 32, 10 ** 20 // 10 ** 18 is 100, -(-200) is 200, ~-201 is 200, divmod(1700, 1000)[1] is 700)
