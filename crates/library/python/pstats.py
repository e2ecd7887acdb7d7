"""Tables of what a profiler has counted."""

import sys
from enum import StrEnum

__all__ = ['Stats', 'SortKey']


class SortKey(StrEnum):
    CALLS = 'calls', 'ncalls'
    CUMULATIVE = 'cumulative', 'cumtime'
    FILENAME = 'filename', 'module'
    LINE = 'line'
    NAME = 'name'
    NFL = 'nfl'
    PCALLS = 'pcalls'
    STDNAME = 'stdname'
    TIME = 'time', 'tottime'

    def __new__(cls, value, *others):
        member = str.__new__(cls, value)
        member._value_ = value
        member._all_values = value, *others
        cls._value2member_map_.update(dict.fromkeys(others, member))
        return member


# What a key sorts by: places in (cc, nc, tt, ct, file, line, name, standard name) and directions.
_KEYS = {
    'calls': ([(1, -1)], 'call count'),
    'ncalls': ([(1, -1)], 'call count'),
    'cumtime': ([(3, -1)], 'cumulative time'),
    'cumulative': ([(3, -1)], 'cumulative time'),
    'filename': ([(4, 1)], 'file name'),
    'line': ([(5, 1)], 'line number'),
    'module': ([(4, 1)], 'file name'),
    'name': ([(6, 1)], 'function name'),
    'nfl': ([(6, 1), (4, 1), (5, 1)], 'name/file/line'),
    'pcalls': ([(0, -1)], 'primitive call count'),
    'stdname': ([(7, 1)], 'standard name'),
    'time': ([(2, -1)], 'internal time'),
    'tottime': ([(2, -1)], 'internal time'),
}


def func_std_string(func):
    file, line, name = func
    if (file, line) == ('~', 0):
        return '{%s}' % name[1:-1] if name.startswith('<') and name.endswith('>') else name
    return f'{file}:{line}({name})'


def _add(one, other):
    """The sum of the rows of one function in two tables."""
    callers = dict(one[4])
    for func, row in other[4].items():
        callers[func] = tuple(a + b for a, b in zip(row, callers[func])) if func in callers else row
    return tuple(a + b for a, b in zip(one[:4], other[:4])) + (callers,)


def _seconds(value):
    return '%8.3f' % value


class Stats:
    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.files = []
        self.fcn_list = None
        self.sort_type = None
        self.all_callees = None
        self.stats = {}
        if args:
            self._load(args[0])
            self.add(*args[1:])

    def _load(self, arg):
        if isinstance(arg, str):
            with open(arg) as file:
                self.stats = eval(file.read())
            self.files = ['%s' % arg]
        elif hasattr(arg, 'create_stats'):
            arg.create_stats()
            self.stats = arg.stats
            arg.stats = {}
        elif not arg:
            self.stats = {}
        if not self.stats:
            raise TypeError('Cannot create or construct a %r object from %r' % (self.__class__, arg))

    @property
    def total_calls(self):
        return sum(row[1] for row in self.stats.values())

    @property
    def prim_calls(self):
        return sum(row[0] for row in self.stats.values())

    @property
    def total_tt(self):
        return sum(row[2] for row in self.stats.values())

    def add(self, *args):
        for other in args:
            if not isinstance(other, Stats):
                other = Stats(other)
            self.files += other.files
            for func, row in other.stats.items():
                self.stats[func] = _add(self.stats[func], row) if func in self.stats else row
            self.fcn_list = None
        return self

    def dump_stats(self, filename):
        with open(filename, 'w') as file:
            file.write(repr(self.stats))

    def get_sort_arg_defs(self):
        """Keys and what they can be shortened to."""
        found = {}
        ambiguous = set()
        for word, value in _KEYS.items():
            for end in range(len(word), 0, -1):
                short = word[:end]
                if short in found and found[short] is not value and short not in _KEYS:
                    ambiguous.add(short)
                found.setdefault(short, value)
        return {word: _KEYS.get(word, value) for word, value in found.items() if word not in ambiguous}

    def sort_stats(self, *field):
        if not field:
            self.fcn_list = None
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [{-1: 'stdname', 0: 'calls', 1: 'time', 2: 'cumulative'}[field[0]]]
        elif any(type(arg) != type(field[0]) for arg in field[1:]):
            raise TypeError("Can't have mixed argument type")
        known = self.get_sort_arg_defs()
        chosen = [known[word.value if isinstance(word, SortKey) else word] for word in field]
        self.sort_type = ', '.join(text for _, text in chosen)
        rows = [(*row[:4], *func, func_std_string(func), func) for func, row in self.stats.items()]
        for place, direction in reversed([pair for keys, _ in chosen for pair in keys]):
            rows.sort(key=lambda row: row[place], reverse=direction < 0)
        self.fcn_list = [row[-1] for row in rows]
        return self

    def strip_dirs(self):
        def strip(func):
            return func[0].rpartition('/')[2], func[1], func[2]

        merged = {}
        for func, (cc, nc, tt, ct, callers) in self.stats.items():
            mine = {}
            for caller, row in callers.items():
                caller = strip(caller)
                mine[caller] = tuple(a + b for a, b in zip(row, mine[caller])) if caller in mine else row
            func, row = strip(func), (cc, nc, tt, ct, mine)
            merged[func] = _add(merged[func], row) if func in merged else row
        self.stats = merged
        self.fcn_list = None
        self.all_callees = None
        return self

    def reverse_order(self):
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def calc_callees(self):
        if not self.all_callees:
            self.all_callees = {}
            for func, row in self.stats.items():
                self.all_callees.setdefault(func, {})
                for caller, counts in row[4].items():
                    self.all_callees.setdefault(caller, {})[func] = counts

    def eval_print_amount(self, sel, list, msg):
        kept = list
        if isinstance(sel, str):
            from _pattern import Pattern, PatternError
            try:
                pattern = Pattern(sel)
            except PatternError:
                return list, msg + '   <Invalid regular expression %r>\n' % sel
            kept = [func for func in list if pattern.search(func_std_string(func))]
        elif isinstance(sel, float) and 0.0 <= sel < 1.0:
            kept = list[:int(len(list) * sel + .5)]
        elif isinstance(sel, int) and 0 <= sel < len(list):
            kept = list[:sel]
        if len(kept) != len(list):
            msg += '   List reduced from %r to %r due to restriction <%r>\n' % (len(list), len(kept), sel)
        return kept, msg

    def get_print_list(self, sel_list):
        if self.fcn_list:
            chosen = self.fcn_list[:]
            msg = '   Ordered by: ' + self.sort_type + '\n'
        else:
            chosen = list(self.stats)
            msg = '   Random listing order was used\n'
        for selection in sel_list:
            chosen, msg = self.eval_print_amount(selection, chosen, msg)
        if not chosen:
            return 0, chosen
        self._print(msg)
        names = chosen if len(chosen) < len(self.stats) else self.stats
        return max(len(func_std_string(func)) for func in names) + 2, chosen

    def _print(self, *args, end='\n'):
        print(*args, end=end, file=self.stream)

    def print_stats(self, *amount):
        for filename in self.files:
            self._print(filename)
        if self.files:
            self._print()
        self._print(' ' * 8, self.total_calls, 'function calls', end=' ')
        if self.total_calls != self.prim_calls:
            self._print('(%d primitive calls)' % self.prim_calls, end=' ')
        self._print('in %.3f seconds' % self.total_tt)
        self._print()
        _, chosen = self.get_print_list(amount)
        if chosen:
            self.print_title()
            for func in chosen:
                self.print_line(func)
            self._print()
            self._print()
        return self

    def print_title(self):
        self._print('   ncalls  tottime  percall  cumtime  percall filename:lineno(function)')

    def print_line(self, func):
        cc, nc, tt, ct, _ = self.stats[func]
        calls = str(nc) if nc == cc else f'{nc}/{cc}'
        self._print(calls.rjust(9), _seconds(tt), _seconds(tt / nc) if nc else ' ' * 8, _seconds(ct),
                    _seconds(ct / cc) if cc else ' ' * 8, func_std_string(func))

    def print_callees(self, *amount):
        width, chosen = self.get_print_list(amount)
        if chosen:
            self.calc_callees()
            self.print_call_heading(width, 'called...')
            for func in chosen:
                self.print_call_line(width, func, self.all_callees.get(func, {}))
            self._print()
            self._print()
        return self

    def print_callers(self, *amount):
        width, chosen = self.get_print_list(amount)
        if chosen:
            self.print_call_heading(width, 'was called by...')
            for func in chosen:
                self.print_call_line(width, func, self.stats[func][4], '<-')
            self._print()
            self._print()
        return self

    def print_call_heading(self, name_size, column_title):
        self._print('Function '.ljust(name_size) + column_title)
        if any(row[4] for row in self.stats.values()):
            self._print(' ' * name_size + '    ncalls  tottime  cumtime')

    def print_call_line(self, name_size, source, call_dict, arrow='->'):
        self._print(func_std_string(source).ljust(name_size) + arrow, end=' ')
        if not call_dict:
            self._print()
        indent = ''
        for func in sorted(call_dict):
            nc, cc, tt, ct = call_dict[func]
            calls = f'{nc}/{cc}' if nc != cc else str(nc)
            text = f'{calls.rjust(7 + 2 * len(indent))} {_seconds(tt)} {_seconds(ct)}  {func_std_string(func)}'
            self._print(indent * (name_size + 1) + text)
            indent = ' '
