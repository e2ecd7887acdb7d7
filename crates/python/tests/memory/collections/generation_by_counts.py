import gc

seen = []
gc.callbacks.append(lambda phase, info: seen.append((phase[:3], info['generation'], *gc.get_count()[1:])))
gc.set_threshold(20, 3, 2)
keep = [[] for _ in range(400)]
gc.disable()
gc.callbacks.clear()
print(seen)
