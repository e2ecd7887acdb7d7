# A collection that is due runs within a product or a division of ints with more than 30 bits: such loops look for signals.
import gc

log = []
def note(phase, info): log.append(phase)
gc.callbacks.append(note)
gc.set_threshold(5)
big, small, digit, digits = 10 ** 50, 5, 2 ** 30 - 1, 2 ** 30
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = small * small; print('small', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = digit * digit; print('digit', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = digits * small; print('digits', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = big * 0; print('nothing', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = big + big; print('sum', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = big // small; print('by a digit', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = big % digits; print('remainder', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = small // big; print('of less', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = big / big; print('true', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = small ** 14; print('power', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = small ** 27; print('long power', len(log))
gc.collect(); log.clear(); a = [{1}, {1}, {1}, {1}, {1}, {1}]; b = digits ** 1; print('first power', len(log))
