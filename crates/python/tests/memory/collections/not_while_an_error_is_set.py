# While an exception passes frames no collection runs: the next one comes with the handler's first call.
import gc


def fail(depth):
    kept = [[], []]
    if depth: fail(depth - 1)
    raise ValueError(kept)


runs = []
gc.callbacks.append(lambda phase, info: phase == 'start' and runs.append(info['generation']))
gc.collect()
gc.set_threshold(30)
try:
    fail(9)
except ValueError as error:
    before = runs[:]
    nothing = str(runs)
gc.set_threshold(0)
print(before, runs)
