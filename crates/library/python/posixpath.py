"""Paths as texts, and questions about the files that they name."""

import posix

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname', 'commonprefix',
           'getsize', 'getmtime', 'islink', 'exists', 'lexists', 'isdir', 'isfile', 'expanduser', 'expandvars',
           'normpath', 'abspath', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull',
           'realpath', 'relpath', 'commonpath', 'samefile']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}') from None
    result = method(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or bytes, '
                        f'not {type(result).__name__}')
    return result


def normcase(s):
    return _fspath(s)


def isabs(s):
    return _fspath(s).startswith(sep)


def join(a, *p):
    path = _fspath(a)
    for b in map(_fspath, p):
        if not isinstance(b, type(path)):
            raise TypeError("Can't mix strings and bytes in path components")
        if b.startswith(sep) or not path:
            path = b
        else:
            path += b if path.endswith(sep) else sep + b
    return path


def split(p):
    p = _fspath(p)
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    return (head.rstrip(sep) or head), tail


def splitext(p):
    p = _fspath(p)
    dot = p.rfind('.')
    start = p.rfind(sep) + 1
    if p[start:dot].strip('.') and dot > start:
        return p[:dot], p[dot:]
    return p, p[:0]


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def islink(path):
    _fspath(path)
    return False


def _size(path):
    try:
        return posix._size(_fspath(path))
    except (OSError, ValueError):
        return None


def exists(path):
    return _size(path) is not None


lexists = exists


def isfile(path):
    return _size(path) not in (None, -1)


def isdir(s):
    return _size(s) == -1


def getsize(filename):
    return max(posix._size(filename), 0)


def getmtime(filename):
    import os
    return os.stat(filename).st_mtime


def expanduser(path):
    path = _fspath(path)
    if path == '~' or path.startswith('~/'):
        import os
        return (os.environ.get('HOME', '/').rstrip('/') + path[1:]) or '/'
    return path


def expandvars(path):
    import os
    path = _fspath(path)
    found = path.split('$')
    result = found[0]
    for part in found[1:]:
        if part.startswith('{') and '}' in part:
            name, _, rest = part[1:].partition('}')
            shown = '${' + name + '}'
        else:
            end = 0
            while end < len(part) and (part[end] == '_' or part[end].isalnum()):
                end += 1
            name, rest = part[:end], part[end:]
            shown = '$' + name
        result += os.environ.get(name, shown) + rest
    return result


def normpath(path):
    path = _fspath(path)
    if not path:
        return curdir
    start = sep * (2 if path.startswith('//') and not path.startswith('///') else path.startswith('/'))
    parts = []
    for part in path.split(sep):
        if part in ('', curdir):
            continue
        if part != pardir or (not start and not parts) or (parts and parts[-1] == pardir):
            parts.append(part)
        elif parts:
            parts.pop()
    return start + sep.join(parts) or curdir


def abspath(path):
    path = _fspath(path)
    return normpath(path if isabs(path) else join(sep, path))


def realpath(filename, *, strict=False):
    path = abspath(filename)
    if strict:
        posix._size(path)
    return path


def samefile(f1, f2):
    posix._size(f1), posix._size(f2)
    return abspath(f1) == abspath(f2)


def relpath(path, start=None):
    path = _fspath(path)
    if not path:
        raise ValueError('no path specified')
    there = [part for part in abspath(path).split(sep) if part]
    here = [part for part in abspath(start or curdir).split(sep) if part]
    same = len(commonprefix([there, here]))
    return sep.join([pardir] * (len(here) - same) + there[same:]) or curdir


def commonprefix(m):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split(sep) if part and part != curdir] for path in paths]
    return (sep if isabs(paths[0]) else '') + sep.join(commonprefix(parts))
