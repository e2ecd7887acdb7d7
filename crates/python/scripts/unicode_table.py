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


def rust_chars(text):
    return "".join(c if c.isascii() else f"\\u{{{ord(c):x}}}" for c in text)


def emit(name, doc, numbers):
    """Numbers in ascending order, as the gaps between them: seven bits a byte, the low ones first (LEB128)."""
    print(f"\n/// {doc}\npub(super) const {name}: &[u8] = &[")
    line, last = "   ", 0
    for number in numbers:
        gap, last = number - last, number
        while True:
            byte = gap & 0x7F | (0x80 if gap > 0x7F else 0)
            gap >>= 7
            if len(line) > 113:
                print(line)
                line = "   "
            line += f" {byte},"
            if gap == 0:
                break
    print(line + "\n];")


def sets(name, doc, predicate):
    emit(name, doc, boundaries(predicate))


def maps(name, doc, mapping, default):
    print(f"\n/// {doc}\npub(super) const {name}: &str = \"\\")
    for c in CHARS:
        if mapping(c) != default(c):
            print(f"{rust_chars(c + mapping(c))}\\n\\")
    print('";')


version = ".".join(map(str, sys.version_info[:2]))
print(f"//! Written by scripts/unicode_table.py with Python {version} (Unicode {unicodedata.unidata_version}); not to be edited.")
print("//! A set is a list of the code points where it begins and ends, in turn; a list is bytes, as the script's `emit` says. A map")
print("//! has a line for each character: the character and what it becomes.")
sets("ALPHABETIC", "`str.isalpha`: the categories Lm, Lt, Lu, Ll and Lo.", str.isalpha)
sets("UNPRINTABLE", "Not `str.isprintable`: escaped in a repr.", lambda c: not c.isprintable())
sets("NUMERIC", "`str.isnumeric`.", str.isnumeric)
sets("DIGITS", "`str.isdigit` and not `str.isdecimal`.", lambda c: c.isdigit() and not c.isdecimal())
sets("TITLECASE", "The category Lt.", lambda c: unicodedata.category(c) == "Lt")
emit("ZEROS", "The zeros of all sets of decimal digits.", [ord(c) for c in CHARS if unicodedata.decimal(c, None) == 0])
maps("TITLE", "`str.title` of a character where it is not `str.upper`.", str.title, str.upper)
maps("FOLDED", "`str.casefold` of a character where it is not `str.lower`.", str.casefold, str.lower)
