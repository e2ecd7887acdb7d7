b = bytearray(b"abcdefgh")
m = memoryview(b)
print(m.format, m.itemsize, m.nbytes, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly)
print(m.contiguous, m.c_contiguous, m.f_contiguous, m.obj is b, len(m))
s = m[::2]
print(s.format, s.shape, s.strides, s.contiguous, s.nbytes, s.tolist())
c = m.cast("H")
print(c.format, c.itemsize, c.shape, c.strides, c.nbytes, len(c))
print(memoryview(b"abc").readonly, m.toreadonly().readonly)
