import time

t = time.gmtime(1709164800)
print(t)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_wday, t.tm_yday, t.tm_isdst)
print(t[0], t[:3], len(t), isinstance(t, tuple))
print(time.gmtime(0) < t, t == tuple(t), tuple(time.gmtime(-1)))
print(time.gmtime(86399.9).tm_hour, time.gmtime(None) == time.gmtime(None))
