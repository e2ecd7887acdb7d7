"""A profiler: how often functions are called, and how long they take by the machine's clock."""

import _lsprof

__all__ = ['run', 'runctx', 'Profile']


def label(code):
    if isinstance(code, str):
        return '~', 0, code
    return code.co_filename, code.co_firstlineno, code.co_name


class Profile(_lsprof.Profiler):
    def __exit__(self, *exc_info):
        self.disable()

    def __enter__(self):
        self.enable()
        return self

    def dump_stats(self, file):
        self.create_stats()
        with open(file, 'w') as f:
            f.write(repr(self.stats))

    def print_stats(self, sort=-1):
        from pstats import Stats
        keys = sort if isinstance(sort, tuple) else (sort,)
        Stats(self).strip_dirs().sort_stats(*keys).print_stats()

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        entries = self._getstats()
        self.stats = {}
        callers = {}
        for code, calls, recursive, total, inline, _ in entries:
            mine = callers[id(code)] = {}
            self.stats[label(code)] = calls - recursive, calls, inline, total, mine
        for code, _, _, _, _, callees in entries:
            caller = label(code)
            for callee, calls, recursive, total, inline in callees or ():
                mine = callers.get(id(callee))
                if mine is not None:
                    row = calls, calls - recursive, inline, total
                    if caller in mine:
                        row = tuple(a + b for a, b in zip(row, mine[caller]))
                    mine[caller] = row

    def run(self, cmd):
        import __main__
        names = __main__.__dict__
        return self.runctx(cmd, names, names)

    def runctx(self, cmd, globals, locals):
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()


def _profiled(filename, sort, method, *args):
    profile = Profile()
    try:
        getattr(profile, method)(*args)
    except SystemExit:
        pass
    finally:
        if filename is None:
            profile.print_stats(sort)
        else:
            profile.dump_stats(filename)


def run(statement, filename=None, sort=-1):
    _profiled(filename, sort, 'run', statement)


def runctx(statement, globals, locals, filename=None, sort=-1):
    _profiled(filename, sort, 'runctx', statement, globals, locals)
