"""Writes src/text/unicode_table.rs: the properties of characters that str methods need and Rust's char lacks.

    python3.13 scripts/unicode_table.py > src/text/unicode_table.rs && cargo fmt
"""

import sys
import unicodedata

CHARS = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]


def boundaries(predicate):
    """Code points at which the predicate changes, the first of them where it becomes true."""
    result, inside = [], False
    for char in CHARS:
        if predicate(char) != inside:
            inside = not inside
            result.append(ord(char))
    return result


def rust_str(text):
    return '"' + "".join(c if c.isascii() else f"\\u{{{ord(c):x}}}" for c in text) + '"'


def emit(name, doc, kind, items):
    print(f"\n/// {doc}\npub(super) const {name}: &[{kind}] = &[")
    line = "   "
    for item in items:
        if len(line) + len(item) > 117:
            print(line)
            line = "   "
        line += f" {item},"
    print(line + "\n];")


def sets(name, doc, predicate):
    emit(name, doc, "u32", [f"0x{c:x}" for c in boundaries(predicate)])


def maps(name, doc, mapping, default):
    emit(name, doc, "(char, &str)", [f"('\\u{{{ord(c):x}}}', {rust_str(mapping(c))})" for c in CHARS if mapping(c) != default(c)])


version = ".".join(map(str, sys.version_info[:2]))
print(f"//! Written by scripts/unicode_table.py with Python {version} (Unicode {unicodedata.unidata_version}); not to be edited.")
print("//! A set is a list of the code points where it begins and ends, in turn.")
sets("ALPHABETIC", "`str.isalpha`: the categories Lm, Lt, Lu, Ll and Lo.", str.isalpha)
sets("UNPRINTABLE", "Not `str.isprintable`: escaped in a repr.", lambda c: not c.isprintable())
sets("NUMERIC", "`str.isnumeric`.", str.isnumeric)
sets("DIGITS", "`str.isdigit` and not `str.isdecimal`.", lambda c: c.isdigit() and not c.isdecimal())
sets("TITLECASE", "The category Lt.", lambda c: unicodedata.category(c) == "Lt")
emit("ZEROS", "The zeros of all sets of decimal digits.", "u32", [f"0x{ord(c):x}" for c in CHARS if unicodedata.decimal(c, None) == 0])
maps("TITLE", "`str.title` of a character where it is not `str.upper`.", str.title, str.upper)
maps("FOLDED", "`str.casefold` of a character where it is not `str.lower`.", str.casefold, str.lower)
