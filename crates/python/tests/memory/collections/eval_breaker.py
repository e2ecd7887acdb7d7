# Where the machine looks whether a collection is due: at a function's entry, where a loop goes back, after calls.
import gc


class Thing:
    pass


runs = []
gc.callbacks.append(lambda phase, info: runs.append(phase))
gc.set_threshold(0)


def due(action):
    runs.clear(); gc.collect(); gc.set_threshold(5); keep = [[], [], [], [], [], []]; action(keep); gc.set_threshold(0); print(len(runs) // 2 - 1)


due(lambda keep: None)
due(len)
due(lambda keep: Thing())
due(lambda keep: [None for _ in keep])
due(lambda keep: keep + keep)
due(lambda keep: max(keep, keep))
