"""Filters of warnings, and how they are shown; the rest is in `_warnings`."""

import sys
from _warnings import warn, warn_explicit, _filters_mutated

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter',
           'resetwarnings', 'catch_warnings', 'deprecated']

filters = [('default', None, DeprecationWarning, '__main__', 0)]
filters += [('ignore', None, category, None, 0)
            for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)]
defaultaction = 'default'
onceregistry = {}


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        for name, value in list(locals().items())[1:]:
            setattr(self, name, value)
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def showwarning(message, category, filename, lineno, file=None, line=None):
    _show_message(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    return _format_message(WarningMessage(message, category, filename, lineno, None, line))


_showwarning = showwarning
_formatwarning = formatwarning


def _format_message(msg):
    category = msg.category.__name__
    text = f'{msg.filename}:{msg.lineno}: {category}: {msg.message}\n'
    import linecache
    line = msg.line if msg.line is not None else linecache.getline(msg.filename, msg.lineno)
    if line.strip():
        text += '  %s\n' % line.strip()
    if msg.source is not None:
        import tracemalloc
        frames = tracemalloc.get_object_traceback(msg.source)
        if frames is not None:
            text += 'Object allocated at (most recent call last):\n'
            for frame in frames:
                text += '  File "%s", lineno %s\n' % (frame.filename, frame.lineno)
                line = linecache.getline(frame.filename, frame.lineno).strip()
                if line:
                    text += '    %s\n' % line
        elif not tracemalloc.is_tracing():
            text += f'{category}: Enable tracemalloc to get the object allocation traceback\n'
    return text


def _show_message(msg):
    file = msg.file if msg.file is not None else sys.stderr
    if file is None:
        return
    if formatwarning is not _formatwarning:
        text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    else:
        text = _format_message(msg)
    try:
        file.write(text)
    except OSError:
        pass


_record = _show_message


def _show(message, category, filename, lineno, source):
    """What the interpreter calls for a warning that is to be shown."""
    if showwarning is not _showwarning:
        if not callable(showwarning):
            raise TypeError('warnings.showwarning() must be set to a function or method')
        showwarning(message, category, filename, lineno)
    else:
        _record(WarningMessage(message, category, filename, lineno, source=source))


def _expect(holds, error, message):
    """Wrong arguments were failed assertions once."""
    if not holds:
        raise (error if sys.version_info >= (3, 13) else AssertionError)(message)


def _check_action(action):
    if sys.version_info >= (3, 13):
        if action not in ('all', 'always', 'default', 'error', 'ignore', 'module', 'once'):
            raise ValueError(f'invalid action: {action!r}')
    else:
        _expect(action in ('error', 'ignore', 'always', 'default', 'module', 'once'), None,
                'invalid action: %r' % (action,))


def _check_line(lineno):
    _expect(isinstance(lineno, int), TypeError, 'lineno must be an int')
    _expect(lineno >= 0, ValueError, 'lineno must be an int >= 0')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check_action(action)
    _expect(isinstance(message, str), TypeError, 'message must be a string')
    _expect(isinstance(category, type) and issubclass(category, Warning), TypeError,
            'category must be a Warning subclass')
    _expect(isinstance(module, str), TypeError, 'module must be a string')
    _check_line(lineno)
    if message or module:
        from _pattern import Pattern
    _add_filter(action, Pattern(message, True) if message else None, category,
                Pattern(module + '$') if module else None, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _check_line(lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    filters[:] = []
    _filters_mutated()


class catch_warnings:
    """Puts filters and how warnings are shown back at the end of a `with` statement."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._log = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ['record=True'] if self._log else []
        if self._module is not sys.modules['warnings']:
            args.append('module=' + repr(self._module))
        return f'{type(self).__name__}({", ".join(args)})'

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._record
        module.filters = module.filters[:]
        _filters_mutated()
        log = None
        if self._log:
            log = []
            module._record = log.append
            module.showwarning = module._showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        module = self._module
        module.filters, module.showwarning, module._record = self._saved
        _filters_mutated()


if sys.version_info >= (3, 13):
    class deprecated:
        """Decorates what should not be used any more: calling it warns."""

        def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
            if not isinstance(message, str):
                raise TypeError(f'Expected an object of type str for \'message\', not {type(message).__name__!r}')
            self.message = message
            self.category = category
            self.stacklevel = stacklevel

        def __call__(self, arg, /):
            message, category, stacklevel = self.message, self.category, self.stacklevel
            if category is None:
                arg.__deprecated__ = message
                return arg
            import functools
            if isinstance(arg, type):
                original = arg.__new__

                @functools.wraps(original)
                def __new__(cls, /, *args, **kwargs):
                    if cls is arg:
                        warn(message, category=category, stacklevel=stacklevel + 1)
                    if original is not object.__new__:
                        return original(cls, *args, **kwargs)
                    if cls.__init__ is object.__init__ and (args or kwargs):
                        raise TypeError(f'{cls.__name__}() takes no arguments')
                    return original(cls)

                arg.__new__ = staticmethod(__new__)
                arg.__deprecated__ = __new__.__deprecated__ = message
                return arg
            if not callable(arg):
                raise TypeError('@deprecated decorator with non-None category must be applied to '
                                f'a class or callable, not {arg!r}')

            @functools.wraps(arg)
            def wrapper(*args, **kwargs):
                warn(message, category=category, stacklevel=stacklevel + 1)
                return arg(*args, **kwargs)

            arg.__deprecated__ = wrapper.__deprecated__ = message
            return wrapper
else:
    __all__.remove('deprecated')
