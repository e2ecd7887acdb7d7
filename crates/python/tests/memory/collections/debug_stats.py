# What DEBUG_STATS writes to sys.stderr: sizes of the generations, then what was found.
import gc
import io
import sys

gc.disable()
a = []
a.append(a)
gc.collect(0)
b = [a]
del a
sys.stderr = io.StringIO()
gc.set_debug(gc.DEBUG_STATS)
gc.collect(0)
b.append(b)
del b
gc.collect(1)
gc.set_debug(0)
print(*[line.split(', 0.')[0] for line in sys.stderr.getvalue().splitlines() if 'permanent' not in line], sep='\n'); gc.collect()
sys.stderr = sys.__stderr__
