"""The memory that lines of a function take: what all objects of the program take, above that of an interpreter that
has done nothing, for which a fixed number stands."""

import functools
import linecache
import sys
from _traceback import last_line
from _tracemalloc import _get_model_memory

__all__ = ['profile', 'memory_usage', 'LineProfiler', 'show_results']

_IDLE = 20.0


def _now():
    return _IDLE + _get_model_memory() / 2**20


def memory_usage(proc=-1, interval=.1, timeout=None, timestamps=False, include_children=False, max_usage=False,
                 retval=False, stream=None, **ignored):
    """Memory in MiB now, or before and after a call of `(function, args, kwargs)`."""
    result = None
    if isinstance(proc, (tuple, list)):
        function, args, kwargs = (*proc, *[(), {}][len(proc) - 1:])
        found = [_now()]
        result = function(*args, **kwargs)
        found.append(_now())
    elif callable(proc):
        found = [_now()]
        result = proc()
        found.append(_now())
    else:
        found = [_now()]
    if max_usage:
        found = max(found)
    return (found, result) if retval else found


class LineProfiler:
    """Notes memory before and after each line of some functions."""

    def __init__(self, **ignored):
        self.lines = {}
        self._last = []
        self._before = None
        self._active = 0

    def add_function(self, func):
        self.lines.setdefault(func.__code__, {})

    def __call__(self, func):
        self.add_function(func)

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            self.enable()
            try:
                return func(*args, **kwargs)
            finally:
                self.disable()

        return wrapper

    def enable(self):
        if not self._active:
            self._before = sys.gettrace()
            sys.settrace(self._trace)
        self._active += 1

    def disable(self):
        self._active -= 1
        if not self._active:
            sys.settrace(self._before)

    def _trace(self, frame, event, arg):
        if frame.f_code not in self.lines:
            return None
        if event == 'call':
            self._last.append((frame.f_lineno, _now()))
        elif event in ('line', 'return') and self._last:
            line, before = self._last.pop()
            now = _now()
            found = self.lines[frame.f_code].setdefault(line, [0.0, 0.0, 0])
            found[0] = max(found[0], now)
            if line != frame.f_code.co_firstlineno:
                found[1] += now - before
                found[2] += 1
            if event == 'line':
                self._last.append((frame.f_lineno, now))
        return self._trace


def show_results(prof, stream=None, precision=1):
    stream = stream or sys.stdout
    row = '{0:>6} {1:>12} {2:>12}  {3:>10}   {4:<}'
    for code, lines in prof.lines.items():
        header = row.format('Line #', 'Mem usage', 'Increment', 'Occurrences', 'Line Contents')
        stream.write('Filename: ' + code.co_filename + '\n\n')
        stream.write(header + '\n')
        stream.write('=' * len(header) + '\n')
        all_lines = linecache.getlines(code.co_filename)
        for number in range(code.co_firstlineno, last_line(code) + 1):
            usage = increment = count = ''
            if number in lines:
                most, added, times = lines[number]
                if number == code.co_firstlineno:
                    added, times = most, 1
                usage = f'{most:.{precision}f} MiB'.rjust(6 + precision + 4)
                increment = f'{added:.{precision}f} MiB'.rjust(6 + precision + 4)
                count = times
            text = all_lines[number - 1] if number <= len(all_lines) else '\n'
            stream.write(row.format(number, usage, increment, count, text))
        stream.write('\n\n')


def profile(func=None, stream=None, precision=1, backend='psutil'):
    """Decorates a function: each call prints a table of its lines."""
    if func is None:
        return lambda func: profile(func, stream, precision, backend)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        prof = LineProfiler()
        value = prof(func)(*args, **kwargs)
        show_results(prof, stream, precision)
        return value

    return wrapper
