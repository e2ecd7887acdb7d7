# Callbacks get a dict of their own for each phase; what a start callback sees are the old counts.
import gc

infos = []


def first(phase, info):
    infos.append(info)
    print('first', phase, sorted(set(info) - {'duration', 'candidates'}), info['generation'], info['collected'])


def second(phase, info):
    print('second', info is infos[-1], gc.get_count()[1:])
    info['more'] = 1


gc.callbacks += [first, second]
loop = []
loop.append(loop)
del loop
gc.collect(1)
gc.callbacks[:] = []
print(infos[0] is infos[1], [info.get('more') for info in infos])
