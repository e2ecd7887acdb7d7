"""Objects from JSON texts."""

import sys

__all__ = ['JSONDecoder', 'JSONDecodeError']

_TRAILING = sys.version_info >= (3, 13)
_SPACE = ' \t\n\r'
_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_CONSTANTS = {'NaN': float('nan'), 'Infinity': float('inf'), '-Infinity': float('-inf')}
_WORDS = (('null', None), ('true', True), ('false', False))


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip(s, at):
    while at < len(s) and s[at] in _SPACE:
        at += 1
    return at


def _digits(s, at):
    while at < len(s) and '0' <= s[at] <= '9':
        at += 1
    return at


def scanstring(s, at, strict=True):
    """The text of a string literal, and where it ends; `at` is behind its opening quote."""
    begin = at - 1
    parts = []
    while True:
        end = at
        while end < len(s) and s[end] not in '"\\' and (s[end] >= ' ' or not strict):
            end += 1
        if end == len(s):
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        parts.append(s[at:end])
        c = s[end]
        if c == '"':
            return ''.join(parts), end + 1
        if c != '\\':
            raise JSONDecodeError('Invalid control character at', s, end)
        c = s[end + 1:end + 2]
        if not c:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        if c != 'u':
            if c not in _ESCAPES:
                raise JSONDecodeError('Invalid \\escape', s, end)
            parts.append(_ESCAPES[c])
            at = end + 2
            continue
        code = _hex(s, end + 2)
        at = end + 6
        if 0xd800 <= code <= 0xdbff and s[at:at + 2] == '\\u':
            low = _hex(s, at + 2)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
                at += 6
        parts.append(chr(code))


def _hex(s, at):
    digits = s[at:at + 4]
    if len(digits) != 4 or digits.strip('0123456789abcdefABCDEF'):
        raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)
    return int(digits, 16)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.parse_float, self.parse_int = object_hook, parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict, self.object_pairs_hook = strict, object_pairs_hook

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        return self._value(s, idx, {})

    def _value(self, s, at, memo):
        c = s[at:at + 1]
        if c == '"':
            return scanstring(s, at + 1, self.strict)
        if c == '{':
            return self._object(s, at + 1, memo)
        if c == '[':
            return self._array(s, at + 1, memo)
        for word, value in _WORDS:
            if s.startswith(word, at):
                return value, at + len(word)
        end = at + (c == '-')
        if s[end:end + 1] == '0':
            stop = end + 1
        else:
            stop = _digits(s, end)
        if stop > end:
            return self._number(s, at, stop)
        for word in _CONSTANTS:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError('Expecting value', s, at)

    def _number(self, s, at, end):
        whole = end
        if s[end:end + 1] == '.':
            stop = _digits(s, end + 1)
            if stop > end + 1:
                end = stop
        if s[end:end + 1] in ('e', 'E'):
            first = end + 1 + (s[end + 1:end + 2] in ('+', '-') and s[end + 1:end + 2] != '')
            stop = _digits(s, first)
            if stop > first:
                end = stop
        parse = self.parse_int if end == whole else self.parse_float
        return parse(s[at:end]), end

    def _object(self, s, at, memo):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] != '}':
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
                key, at = scanstring(s, at + 1, self.strict)
                key = memo.setdefault(key, key)
                at = _skip(s, at)
                if s[at:at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _skip(s, at + 1), memo)
                pairs.append((key, value))
                at = _skip(s, at)
                c = s[at:at + 1]
                if c == '}':
                    break
                if c != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma = at
                at = _skip(s, at + 1)
                if _TRAILING and s[at:at + 1] == '}':
                    raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at + 1
        found = dict(pairs)
        if self.object_hook is not None:
            found = self.object_hook(found)
        return found, at + 1

    def _array(self, s, at, memo):
        values = []
        at = _skip(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self._value(s, at, memo)
            values.append(value)
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == ']':
                return values, at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if _TRAILING and s[at:at + 1] == ']':
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)
