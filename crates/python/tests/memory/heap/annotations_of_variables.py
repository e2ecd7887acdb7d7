import gc

gc.collect()
first: list = []
if first:
    second: int
for third in [1, 2]:
    fourth: dict = {third: first}


def local():
    fifth: list = first
    return fifth


gc.collect()
print(gc.get_count(), local() is first)
