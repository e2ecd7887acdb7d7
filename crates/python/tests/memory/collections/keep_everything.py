# Generation 1 comes every 12 collections, and number 132 is the first full one.
import gc


def program():
    runs = []; keep = []
    gc.callbacks.append(lambda phase, info: phase == 'start' and runs.append(info['generation'])); gc.set_threshold(9); keep = [[] for _ in range(1500)]; gc.set_threshold(0); gc.callbacks.clear(); ones = [at for at, generation in enumerate(runs) if generation == 1]; print(ones[:3], {later - earlier for earlier, later in zip(ones, ones[1:])}, runs.index(2)); del keep, runs


program()
