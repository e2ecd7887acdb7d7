"""Lines of source texts: those that the interpreter knows, else those of files."""

from _traceback import source_lines

cache = {}


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def updatecache(filename, module_globals=None):
    lines = source_lines(filename)
    if lines is None:
        try:
            with open(filename) as file:
                lines = file.readlines()
        except (OSError, UnicodeDecodeError, ValueError):
            return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = sum(map(len, lines)), None, lines, filename
    return lines


def clearcache():
    cache.clear()


def checkcache(filename=None):
    for name in list(cache) if filename is None else [filename]:
        cache.pop(name, None)
