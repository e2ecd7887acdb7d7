# A program that keeps everything: collections 0 to 10 are of generation 0, the 11th is of generation 1.
import gc

print(gc.get_threshold(), gc.get_debug(), gc.isenabled())
seen = []
gc.callbacks.append(lambda phase, info: seen.append((phase[:3], info['generation'], *gc.get_count())))
keep = [[] for _ in range(12 * gc.get_threshold()[0] + 15)]; gc.callbacks.clear(); print(*map(str, seen), sep='\n'); del seen
