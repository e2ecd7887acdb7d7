class D:
    def __del__(self):
        print('released')


def fall(n, keep):
    if n:
        fall(n - 1, keep)
    else:
        raise ValueError


try: fall(20, D())
except ValueError as e: kept = e
depth, tb = 0, kept.__traceback__
while tb: depth, tb = depth + 1, tb.tb_next
print(depth)
kept = kept.with_traceback(None)
print('end')
