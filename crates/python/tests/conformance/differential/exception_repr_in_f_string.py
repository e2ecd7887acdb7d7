error = ValueError("12")
print(f"{error!r} {error} {error!s:>5} {error!a}")
print(f"{KeyError('a')!r:>20}")
