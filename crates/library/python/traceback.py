"""Tracebacks as texts and as data: what the interpreter prints of an exception."""

import linecache
import sys
from _traceback import entries, exception_lines

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'
_MISSING = object()


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None, **ignored):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.colno, self.end_colno = colno, end_colno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.locals = {k: _shown(v, repr, 'local') for k, v in locals.items()} if locals else None
        self._line = line
        self._text = None

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno).strip()
        return self._line

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _shown(value, show, what):
    try:
        return show(value)
    except Exception:
        return f'<{what} {show.__name__}() failed>'


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls._of([FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name,
                                     locals=frame.f_locals if capture_locals else None)
                        for frame, lineno in _limited(list(frame_gen), limit, True)])

    @classmethod
    def _of(cls, frames):
        result = cls()
        result.extend(frames)
        return result

    @classmethod
    def from_list(cls, a_list):
        return cls._of(frame if isinstance(frame, FrameSummary) else
                       FrameSummary(frame[0], frame[1], frame[2], line=frame[3]) for frame in a_list)

    def format_frame_summary(self, frame_summary, **ignored):
        frame = frame_summary
        text = frame._text
        if text is None:
            text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            if frame.line:
                text += f'    {frame.line.strip()}\n'
        if frame.locals:
            text += ''.join(f'    {name} = {value}\n' for name, value in sorted(frame.locals.items()))
        return text

    def format(self, **ignored):
        result = []
        last = None
        count = 0

        def repeated():
            if count > 3:
                more = count - 3
                result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')

        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            key = frame.filename, frame.lineno, frame.name
            if key != last or frame.lineno is None:
                repeated()
                last = key
                count = 0
            count += 1
            if count <= 3:
                result.append(text)
        repeated()
        return result


def _limited(items, limit, tail=False):
    """So many of the first items, or of the last for a negative number."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is None:
            return items
        limit = max(limit, 0)
    return items[:limit] if limit >= 0 else items[limit:]


def walk_stack(f):
    if f is None:
        f = sys._getframe().f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return _extract(tb, limit)


def _extract(tb, limit=None, capture_locals=False):
    frames = []
    rows = entries(tb) if tb is not None else []
    for (filename, line, end_line, column, end_column, name, text), (frame, _) in zip(rows, walk_tb(tb)):
        summary = FrameSummary(filename, line, name, end_lineno=end_line, colno=column, end_colno=end_column,
                               locals=frame.f_locals if capture_locals else None)
        summary._text = text
        frames.append(summary)
    return StackSummary._of(_limited(frames, limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = _extract(exc_traceback, limit, capture_locals)
        self._exc_type = exc_type
        self._lines = ['NoneType: None\n'] if exc_value is None else exception_lines(exc_value)
        self._str = _shown(exc_value, str, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            for name in ('filename', 'lineno', 'end_lineno', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))

        def other(exc):
            if exc is None or _seen is None and id(exc) in seen:
                return None
            if id(exc) in seen:
                return None
            return TracebackException(type(exc), exc, exc.__traceback__, limit=limit, capture_locals=capture_locals,
                                      max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)

        self.__cause__ = other(getattr(exc_value, '__cause__', None))
        context = getattr(exc_value, '__context__', None)
        wanted = not compact or self.__cause__ is None and not self.__suppress_context__
        self.__context__ = other(context) if wanted else None
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [other(member) for member in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        if sys.version_info >= (3, 13):
            import warnings
            warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if self._exc_type is None:
            return None
        module, name = self._exc_type.__module__, self._exc_type.__qualname__
        return name if module in ('__main__', 'builtins') else f'{module}.{name}'

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **ignored):
        indent = 3 * _depth * ' '
        for line in self._lines:
            yield from (indent + part for part in line.splitlines(True))
        if show_group and self.exceptions and _depth <= self.max_group_depth:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def format(self, *, chain=True, _context=None, **ignored):
        context = _context or _Margin()
        chained = []
        exc = self
        while exc is not None:
            if chain and exc.__cause__ is not None:
                chained.append((_CAUSE, exc))
                exc = exc.__cause__
            elif chain and exc.__context__ is not None and not exc.__suppress_context__:
                chained.append((_CONTEXT, exc))
                exc = exc.__context__
            else:
                chained.append((None, exc))
                exc = None
        for message, exc in reversed(chained):
            if message is not None:
                yield from context.emit(message)
            if exc.exceptions is None:
                if exc.stack:
                    yield from context.emit('Traceback (most recent call last):\n')
                    yield from context.emit(exc.stack.format())
                yield from context.emit(exc.format_exception_only())
            elif context.depth > self.max_group_depth:
                yield from context.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from exc._format_group(context)

    def _format_group(self, context):
        outermost = context.depth == 0
        if outermost:
            context.depth = 1
        if self.stack:
            yield from context.emit('Exception Group Traceback (most recent call last):\n', '+' if outermost else None)
            yield from context.emit(self.stack.format())
        yield from context.emit(self.format_exception_only())
        count = len(self.exceptions)
        shown = count if count <= self.max_group_width else self.max_group_width + 1
        context.need_close = False
        for i in range(shown):
            last = i == shown - 1
            if last:
                context.need_close = True
            truncated = i >= self.max_group_width
            title = '...' if truncated else f'{i + 1}'
            yield f'{context.indent()}{"+-" if i == 0 else "  "}+---------------- {title} ----------------\n'
            context.depth += 1
            if truncated:
                more = count - self.max_group_width
                yield from context.emit(f'and {more} more exception{"s" if more > 1 else ""}\n')
            else:
                yield from self.exceptions[i].format(_context=context)
            if last and context.need_close:
                yield f'{context.indent()}+------------------------------------\n'
                context.need_close = False
            context.depth -= 1
        if outermost:
            context.depth = 0

    def print(self, *, file=None, chain=True, **ignored):
        for line in self.format(chain=chain):
            print(line, file=file or sys.stderr, end='')


class _Margin:
    depth = 0
    need_close = False

    def indent(self):
        return ' ' * (2 * self.depth)

    def emit(self, texts, margin=None):
        prefix = self.indent() + (f'{margin or "|"} ' if self.depth else '')
        for text in [texts] if isinstance(texts, str) else texts:
            yield ''.join(prefix + line for line in text.splitlines(True))


def _exception(exc, value, tb):
    if value is _MISSING and tb is _MISSING:
        if not isinstance(exc, BaseException) and exc is not None:
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return exc, getattr(exc, '__traceback__', None)
    if value is _MISSING or tb is _MISSING:
        raise ValueError('Both or neither of value and tb must be given')
    return value, tb


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True, **ignored):
    value, tb = _exception(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True, **ignored):
    value, tb = _exception(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_MISSING, *, show_group=False, **ignored):
    if value is _MISSING:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for item in format_list(extracted_list):
        print(item, file=file or sys.stderr, end='')


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), file=file or sys.stderr, end='')


def format_stack(f=None, limit=None):
    return extract_stack(f or sys._getframe().f_back, limit).format()


def print_stack(f=None, limit=None, file=None):
    print(''.join(format_stack(f or sys._getframe().f_back, limit)), file=file or sys.stderr, end='')
