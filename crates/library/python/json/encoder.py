"""JSON texts from objects."""

__all__ = ['JSONEncoder']

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}


def _escaped(c, ascii):
    if c in _ESCAPES:
        return _ESCAPES[c]
    code = ord(c)
    if code >= 32 and (code < 127 or not ascii):
        return c
    if code < 0x10000:
        return f'\\u{code:04x}'
    code -= 0x10000
    return f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}'


def _quoted(text, ascii):
    plain = text.isprintable() and '"' not in text and '\\' not in text and (text.isascii() or not ascii)
    return f'"{text}"' if plain else '"' + ''.join([_escaped(c, ascii) for c in text]) + '"'


def encode_basestring(s):
    return _quoted(s, False)


def encode_basestring_ascii(s):
    return _quoted(s, True)


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is None and indent is not None:
            self.item_separator = ','
        elif separators is not None:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        out = []
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        self._value(o, out.append, indent, 0, {})
        return iter(out)

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o in (float('inf'), float('-inf')):
            text = 'Infinity' if o > 0 else '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def _text(self, o):
        """The text of what is no container, or None."""
        return _quoted(o, self.ensure_ascii) if isinstance(o, str) else self._simple(o)

    def _simple(self, o):
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)

    def _value(self, o, write, indent, level, open):
        text = self._text(o)
        if text is not None:
            return write(text)
        if self.check_circular:
            if id(o) in open:
                raise ValueError('Circular reference detected')
            open[id(o)] = o
        if isinstance(o, (list, tuple)):
            self._array(o, write, indent, level, open)
        elif isinstance(o, dict):
            self._object(o, write, indent, level, open)
        else:
            self._value(self.default(o), write, indent, level, open)
        if self.check_circular:
            del open[id(o)]

    def _array(self, items, write, indent, level, open):
        if not items:
            return write('[]')
        level += 1
        line = '' if indent is None else '\n' + indent * level
        before = '[' + line
        for item in items:
            text = self._text(item)
            write(before + (text or ''))
            before = self.item_separator + line
            if text is None:
                self._value(item, write, indent, level, open)
        write(']' if indent is None else '\n' + indent * (level - 1) + ']')

    def _object(self, dct, write, indent, level, open):
        if not dct:
            return write('{}')
        level += 1
        line = '' if indent is None else '\n' + indent * level
        before = '{' + line
        for key, value in sorted(dct.items()) if self.sort_keys else dct.items():
            if not isinstance(key, str):
                text = self._simple(key)
                if text is None:
                    if self.skipkeys:
                        continue
                    raise TypeError('keys must be str, int, float, bool or None, '
                                    f'not {key.__class__.__name__}')
                key = text
            write(before + _quoted(key, self.ensure_ascii) + self.key_separator)
            before = self.item_separator + line
            self._value(value, write, indent, level, open)
        if before[0] == '{':
            write(before)
        write('}' if indent is None else '\n' + indent * (level - 1) + '}')
