# A call into C runs no collection on its way, however much it allocates; one comes when it has returned.
import gc

seen = []
gc.callbacks.append(lambda phase, info: seen.append((phase, info['generation'])))
made = list(map(list, [()] * 5000))
gc.callbacks.clear()
print(seen)
print(len(made), gc.get_count()[1:], gc.is_tracked(made))
