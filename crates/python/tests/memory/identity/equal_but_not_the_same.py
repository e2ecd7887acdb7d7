# Constants that are equal and of different types or signs are kept apart.
values = 1, 1.0, True, 0.0, -0.0, 0, False, 1 + 0j, '1', b'1'
print([type(value).__name__ for value in values])
tuples = (1, 2), (1.0, 2), (True, 2), (1, 2)
print([[a is b for b in tuples] for a in tuples])
zeros = (0.0,), (-0.0,), (0.0,)
print(zeros[0] is zeros[2], zeros[0] is zeros[1], zeros)
huge = 10 ** 30, 10 ** 30, 1000000000000000000000000000000
print(huge[0] is huge[1], huge[0] is huge[2])
nan = float('nan')
print(nan is float('nan'), [nan] == [nan], 1e400 is 1e400, 1e400 - 1e400 is nan)
print(2j is 2j, 'ab' 'cd' is 'abcd', 'ab' + 'cd' is 'abcd', 'ab' * 2 is 'abab')
