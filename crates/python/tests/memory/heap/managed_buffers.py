# All views of one export share a managed buffer: it holds the object, and is no container any more once all are released.
import gc
import sys

data = bytearray(b'abcdef')
view = memoryview(data)
buffer, = gc.get_referents(view)
print(type(buffer).__name__, sys.getsizeof(buffer), gc.get_referents(buffer))
part = view[1:3]
again = memoryview(view)
cast = view.cast('b')
fixed = view.toreadonly()
print(sys.getrefcount(data), sys.getrefcount(buffer), gc.get_referents(part)[0] is buffer)
part.release()
del again, cast, fixed
view.release()
print(sys.getrefcount(data), gc.is_tracked(buffer), gc.get_referents(buffer), gc.get_referents(view)[0] is buffer)
data.append(1)
del view, part, buffer
last = memoryview(b'1234')[1:][1:]
last = None
class Own(bytearray): pass
own = Own(b'x')
own.view = memoryview(own)
del own
print(gc.collect())
own = Own(b'x')
own.views = [memoryview(own), memoryview(own)[:0]]
own.views.append(own.views[0][0:])
own.views[0].release()
own = None
print(gc.collect())
