# conformance: whole stderr
try:
    print((-0.0 ** 1)(2))
except TypeError as error:
    print(error)
print(-0.0 ** 1, 7.5 // 2, -7.5 % 2, 2.0 ** -1, (-2.0) ** 3)
