import time

t = time.struct_time((2024, 2, 29, 12, 30, 45, 3, 60, 0))
print(t)
print(t.tm_zone, t.tm_gmtoff, t.n_fields, t.n_sequence_fields)
print(time.asctime(t), time.strftime("%d.%m.%Y", t))
for bad in ((1, 2), range(12), 5):
    try:
        time.struct_time(bad)
    except TypeError as e:
        print(e)
