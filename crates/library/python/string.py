"""Constants and templates of text."""

import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_start = frozenset("_" + ascii_letters)
_rest = _start | frozenset(digits)
_missing = object()


class Template:
    """Text with $names."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Pieces: text, name (None for plain text, "" for what is wrong), position."""
        text, delimiter = self.template, self.delimiter
        at = 0
        while True:
            found = text.find(delimiter, at)
            if found < 0:
                yield text[at:], None, at
                return
            yield text[at:found], None, at
            i = found + len(delimiter)
            if text.startswith(delimiter, i):
                yield delimiter, None, found
                at = i + len(delimiter)
                continue
            braced = text.startswith("{", i)
            begin = end = i + braced
            if end < len(text) and text[end] in _start:
                end += 1
                while end < len(text) and text[end] in _rest:
                    end += 1
            if end > begin and (not braced or text.startswith("}", end)):
                at = end + braced
                yield text[found:at], text[begin:end], found
            else:
                at = i
                yield delimiter, "", i

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len("".join(lines[:-1]))
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def substitute(self, mapping=_missing, /, **kws):
        result = []
        for text, name, at in self._parts():
            if name == "":
                self._invalid(at)
            result.append(text if name is None else str(_find(name, mapping, kws)))
        return "".join(result)

    def safe_substitute(self, mapping=_missing, /, **kws):
        result = []
        for text, name, _ in self._parts():
            if name:
                try:
                    text = str(_find(name, mapping, kws))
                except KeyError:
                    pass
            result.append(text)
        return "".join(result)

    def is_valid(self):
        return all(name != "" for _, name, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _ in self._parts() if name))


def _find(name, mapping, kws):
    if name in kws or mapping is _missing:
        return kws[name]
    return mapping[name]


class Formatter:
    """str.format, to be changed by subclasses."""

    def vformat(self, format_string, args, kwargs):
        used = set()
        text = self._vformat(format_string, args, kwargs, used, 2)[0]
        self.check_unused_args(used, args, kwargs)
        return text

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            if field_name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index)
                auto_arg_index += 1
            elif isinstance(field_name, str) and field_name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1,
                                                        auto_arg_index=auto_arg_index)
            result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        for letter, convert in ("s", str), ("r", repr), ("a", ascii):
            if conversion == letter:
                return convert(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def parse(self, format_string):
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, i in rest:
            obj = getattr(obj, i) if is_attr else obj[i]
        return obj, first
