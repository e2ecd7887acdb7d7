# conformance: whole stderr
try:
    (10 / -9223372036854775808)[0]
except TypeError as error:
    print(error)
print(10**20 / 3, 2**62 * 0.5, 7 / 2**70)
