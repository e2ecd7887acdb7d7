"""Small regular expressions, for filters of warnings and restrictions of profiles.

Literals, `.`, `[...]`, `\\d \\w \\s` and their opposites, groups, `|`, `* + ?` (greedy or not), `^` and `$`.
"""


class PatternError(Exception):
    pass


_CLASSES = {
    'd': str.isdigit,
    's': str.isspace,
    'w': lambda c: c.isalnum() or c == '_',
}


class Pattern:
    def __init__(self, text, ignore_case=False):
        self.fold = str.lower if ignore_case else str
        self.text = text
        self.at = 0
        self.node = self._alternatives()
        if self.at < len(text):
            raise PatternError('unbalanced parenthesis')

    def match(self, text):
        return any(True for _ in self.node(self.fold(text), 0))

    def search(self, text):
        text = self.fold(text)
        return any(True for start in range(len(text) + 1) for _ in self.node(text, start))

    def _peek(self):
        return self.text[self.at:self.at + 1]

    def _take(self):
        c = self._peek()
        if not c:
            raise PatternError('unexpected end of pattern')
        self.at += 1
        return c

    def _alternatives(self):
        options = [self._sequence()]
        while self._peek() == '|':
            self.at += 1
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        return lambda text, at: (end for option in options for end in option(text, at))

    def _sequence(self):
        node = None
        while self._peek() not in ('', '|', ')'):
            item = self._repeated(self._atom())
            node = item if node is None else _then(node, item)
        return node or (lambda text, at: iter((at,)))

    def _repeated(self, item):
        c = self._peek()
        if c not in ('*', '+', '?') or not c:
            return item
        self.at += 1
        lazy = self._peek() == '?'
        self.at += lazy
        return _repeat(item, c == '+', c != '?', lazy)

    def _atom(self):
        c = self._take()
        if c == '(':
            if self._peek() == '?':
                if self.text[self.at:self.at + 2] != '?:':
                    raise PatternError('not supported here: (?')
                self.at += 2
            node = self._alternatives()
            if self._peek() != ')':
                raise PatternError('missing ), unterminated subpattern')
            self.at += 1
            return node
        if c in '*+?':
            raise PatternError('nothing to repeat')
        if c == '^':
            return lambda text, at: iter((at,) if at == 0 else ())
        if c == '$':
            return lambda text, at: iter((at,) if at == len(text) else ())
        if c == '.':
            return _one(lambda c: c != '\n')
        if c == '[':
            return _one(self._set())
        return _one(self._escape(self._take()) if c == '\\' else self._literal(c))

    def _literal(self, c):
        c = self.fold(c)
        return lambda other: other == c

    def _escape(self, c):
        if c.lower() in _CLASSES:
            test = _CLASSES[c.lower()]
            return test if c.islower() else lambda other: not test(other)
        return self._literal({'n': '\n', 't': '\t'}.get(c, c))

    def _set(self):
        negative = self._peek() == '^'
        self.at += negative
        tests = []
        while self._peek() != ']' or not tests:
            c = self._take()
            if c == '\\':
                tests.append(self._escape(self._take()))
            elif self._peek() == '-' and self.text[self.at + 1:self.at + 2] not in ('', ']'):
                self.at += 1
                tests.append(lambda other, low=self.fold(c), high=self.fold(self._take()): low <= other <= high)
            else:
                tests.append(self._literal(c))
        self.at += 1
        return lambda other: any(test(other) for test in tests) != negative


def _one(test):
    return lambda text, at: iter((at + 1,) if at < len(text) and test(text[at]) else ())


def _then(first, second):
    return lambda text, at: (end for middle in first(text, at) for end in second(text, middle))


def _repeat(item, required, many, lazy):
    def more(text, at, required):
        if lazy and not required:
            yield at
        for middle in item(text, at):
            if not many:
                yield middle
            elif middle > at:
                yield from more(text, middle, False)
        if not lazy and not required:
            yield at

    return lambda text, at: more(text, at, required)
