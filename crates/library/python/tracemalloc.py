"""Which line made what: snapshots of the objects that are there, grouped and compared."""

import linecache
from _tracemalloc import (start, stop, is_tracing, clear_traces, get_traced_memory, reset_peak, get_traceback_limit,
                          get_tracemalloc_memory)
from _tracemalloc import _get_traces, _get_object_traceback


def _size(size, sign=False):
    plus = '+' if sign else ''
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB'):
        if abs(size) < 100 and unit != 'B':
            return f'{size:{plus}.1f} {unit}'
        if abs(size) < 10240 or unit == 'TiB':
            return f'{size:{plus}.0f} {unit}'
        size /= 1024


def _glob(pattern, text):
    """Whether a text matches a pattern with `*` and `?`."""
    at = mark = 0
    star = -1
    i = 0
    while i < len(text):
        if at < len(pattern) and pattern[at] == '*':
            star, mark = at, i
            at += 1
        elif at < len(pattern) and pattern[at] in ('?', text[i]):
            at += 1
            i += 1
        elif star >= 0:
            mark += 1
            at, i = star + 1, mark
        else:
            return False
    return not pattern[at:].strip('*')


def _item(name, slot, index):
    """A read-only attribute that is an item of the tuple in a slot."""

    def get(self):
        return getattr(self, slot)[index]

    get.__name__ = name
    return property(get)


class _Compared:
    """Equality and hash by `_key()`."""

    __slots__ = ()

    def __eq__(self, other):
        return self._key() == other._key() if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class _Ordered(_Compared):
    """Order too."""

    __slots__ = ()

    def __lt__(self, other):
        return self._key() < other._key() if type(other) is type(self) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if type(other) is type(self) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if type(other) is type(self) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if type(other) is type(self) else NotImplemented


class Frame(_Ordered):
    __slots__ = ('_frame',)

    def __init__(self, frame):
        self._frame = frame

    def _key(self):
        return self._frame

    filename = _item('filename', '_frame', 0)
    lineno = _item('lineno', '_frame', 1)

    def __str__(self):
        return '%s:%s' % self._frame

    def __repr__(self):
        return '<Frame filename=%r lineno=%r>' % self._frame


class Traceback(_Ordered):
    """Frames, the most recent last."""

    __slots__ = ('_frames', '_total_nframe')

    def __init__(self, frames, total_nframe=None):
        self._frames = tuple(frames)
        self._total_nframe = total_nframe

    def _key(self):
        return self._frames

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        found = self._frames[index]
        return tuple(map(Frame, found)) if isinstance(index, slice) else Frame(found)

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __iter__(self):
        return map(Frame, self._frames)

    total_nframe = property(lambda self: self._total_nframe)

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        total = '' if self._total_nframe is None else f' total_nframe={self._total_nframe}'
        return f'<Traceback {tuple(self)}{total}>'

    def format(self, limit=None, most_recent_first=False):
        frames = list(self)
        if limit is not None:
            frames = frames[-limit:] if limit > 0 else frames[:limit]
        if most_recent_first:
            frames.reverse()
        lines = []
        for frame in frames:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            text = linecache.getline(frame.filename, frame.lineno).strip()
            if text:
                lines.append('    ' + text)
        return lines


def get_object_traceback(obj):
    frames = _get_object_traceback(obj)
    return None if frames is None else Traceback(frames)


class Statistic(_Compared):
    __slots__ = ('traceback', 'size', 'count')

    def __init__(self, traceback, size, count):
        self.traceback, self.size, self.count = traceback, size, count

    def _key(self):
        return self.size, self.count, self.traceback

    def _average(self):
        return f', average={_size(self.size / self.count)}' if self.count else ''

    def __str__(self):
        return f'{self.traceback}: size={_size(self.size)}, count={self.count}{self._average()}'

    def __repr__(self):
        return f'<Statistic traceback={self.traceback!r} size={self.size} count={self.count}>'


class StatisticDiff(_Compared):
    __slots__ = ('traceback', 'size', 'size_diff', 'count', 'count_diff')

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size, self.size_diff = size, size_diff
        self.count, self.count_diff = count, count_diff

    def _key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback

    def __str__(self):
        return (f'{self.traceback}: size={_size(self.size)} ({_size(self.size_diff, True)}), '
                f'count={self.count} ({self.count_diff:+})' + Statistic._average(self))

    def __repr__(self):
        return (f'<StatisticDiff traceback={self.traceback!r} size={self.size} ({self.size_diff:+}) '
                f'count={self.count} ({self.count_diff:+})>')


class Trace(_Compared):
    __slots__ = ('_trace',)

    def __init__(self, trace):
        self._trace = trace

    def _key(self):
        return self._trace

    domain = _item('domain', '_trace', 0)
    size = _item('size', '_trace', 1)

    @property
    def traceback(self):
        return Traceback(*self._trace[2:])

    def __str__(self):
        return f'{self.traceback}: {_size(self.size)}'

    def __repr__(self):
        return f'<Trace domain={self.domain} size={_size(self.size)}, traceback={self.traceback!r}>'


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive


class Filter(BaseFilter):
    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self._filename_pattern = filename_pattern[:-1] if filename_pattern.endswith('.pyc') else filename_pattern
        self.lineno, self.all_frames, self.domain = lineno, all_frames, domain

    filename_pattern = property(lambda self: self._filename_pattern)

    def _hits(self, trace):
        frames = trace[2] if self.all_frames else trace[2][-1:]
        return any(_glob(self._filename_pattern, filename) and self.lineno in (None, lineno)
                   for filename, lineno in frames)

    def _match(self, trace):
        hit = self._hits(trace)
        if self.domain is None:
            return hit == bool(self.inclusive)
        same = trace[0] == self.domain
        return (hit and same) if self.inclusive else not (hit and same)


class DomainFilter(BaseFilter):
    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    domain = property(lambda self: self._domain)

    def _match(self, trace):
        return (trace[0] == self._domain) == bool(self.inclusive)


class Snapshot:
    """The traced blocks of memory at a moment."""

    def __init__(self, traces, traceback_limit):
        self._traces = traces
        self.traceback_limit = traceback_limit

    @property
    def traces(self):
        return [Trace(trace) for trace in self._traces]

    def filter_traces(self, filters):
        if not isinstance(filters, (list, tuple)):
            raise TypeError('filters must be a list of filters, not %s' % type(filters).__name__)
        wanted = [f for f in filters if f.inclusive]
        unwanted = [f for f in filters if not f.inclusive]
        kept = [trace for trace in self._traces
                if (not wanted or any(f._match(trace) for f in wanted)) and all(f._match(trace) for f in unwanted)]
        return Snapshot(kept, self.traceback_limit)

    def _groups(self, key_type, cumulative):
        if key_type not in ('traceback', 'filename', 'lineno'):
            raise ValueError('unknown key_type: %r' % (key_type,))
        if cumulative and key_type not in ('lineno', 'filename'):
            raise ValueError('cumulative mode cannot by used with key type %r' % key_type)
        groups = {}
        for _, size, frames, total in self._traces:
            if key_type == 'traceback':
                keys = [(frames, total)]
            else:
                chosen = frames if cumulative else frames[-1:]
                if key_type == 'filename':
                    chosen = [(filename, 0) for filename, _ in chosen]
                keys = [((frame,), None) for frame in chosen]
            for key in keys:
                found = groups.get(key)
                if found is None:
                    groups[key] = [size, 1]
                else:
                    found[0] += size
                    found[1] += 1
        return groups

    def statistics(self, key_type, cumulative=False):
        found = [Statistic(Traceback(*key), *counts) for key, counts in self._groups(key_type, cumulative).items()]
        found.sort(reverse=True, key=Statistic._key)
        return found

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        new = self._groups(key_type, cumulative)
        old = old_snapshot._groups(key_type, cumulative)
        found = []
        for key in {**new, **old}:
            size, count = new.get(key, (0, 0))
            old_size, old_count = old.get(key, (0, 0))
            found.append(StatisticDiff(Traceback(*key), size, size - old_size, count, count - old_count))
        found.sort(reverse=True, key=StatisticDiff._key)
        return found


def take_snapshot():
    if not is_tracing():
        raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
    return Snapshot(_get_traces(), get_traceback_limit())
