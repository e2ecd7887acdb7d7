import gc

events = []


def note(phase, info):
    events.append((phase, dict(info)))


gc.callbacks.append(note)
a = []
a.append(a)
del a
gc.collect()
gc.collect(1)
gc.callbacks.remove(note)
for phase, info in events:
    print(phase, {k: v for k, v in info.items() if k != 'duration'})
