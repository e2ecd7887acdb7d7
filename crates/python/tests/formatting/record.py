"""Records how CPython prints and reads numbers: `python3.13 record.py > recorded.tsv`.

Each line: what was asked, of which value, how, and the answer; `!` begins the message of a ValueError. Floats are
written as their bits.
"""

import random
import struct
import sys


def bits(x):
    return struct.pack(">d", x).hex()


def line(kind, value, how, answer):
    print(kind, value, how, answer, sep="\t")


def attempt(f):
    try:
        return f()
    except ValueError as error:
        return f"!{error}"


def main(count, seed=3):
    rng = random.Random(seed)
    inf, nan = float("inf"), float("nan")
    edges = [
        0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, -2.5, 123.456, 1e16, 1e15, 9999999999999998.0, 1e17, 1e22, 1e23, 1e-4,
        1e-5, 0.00012345, 123456789.0, 2.0**-25, 2.0**-44, 2.0**53, 2.0**60, 5e-324, 2.2250738585072014e-308,
        1.7976931348623157e308, 2.675, 0.125, 0.375, 1e100, -1e-100, 999999.5, 9.995, inf, -inf, nan,
    ]
    values = list(edges)
    for _ in range(count):
        values.append(struct.unpack(">d", rng.randbytes(8))[0])
        values.append(rng.choice((1, -1)) * rng.randrange(10**6) / 10 ** rng.randrange(7))
        values.append(2.0 ** rng.randrange(-80, 80) * rng.randrange(1, 9))
    for x in values:
        line("repr", bits(x), "", repr(x))
        for style in "efgEFG":
            for flag in ("", "#"):
                how = f"%{flag}.{rng.choice((0, 1, 2, 3, 5, 6, 10, 17, 25))}{style}"
                line("percent", bits(x), how, how % x)
        places = rng.randrange(-10, 20)
        try:
            line("round", bits(x), places, bits(round(x, places)))
        except OverflowError:
            line("round", bits(x), places, "!")
    specs = ["", "+", " ", "-", "10", "<10", ">10", "^11", "=10", "*^12", "010", "+010", ".3", ".0", "#.0f", ",", "_", ",.2f",
             "015,.2f", "_.1f", "e", ".2e", "E", "g", "G", ".3g", "#.3g", "n", "%", ".1%", "z.1f", "+z.0f", "F", "x", "d",
             "s", ".", "10q3", ",_", "_,", ",n", "99999999999999999999", "é>8", "=+8.1f", "0<8", "<08", "zz", "08.3", "012_"]
    for x in [0.0, -0.0, 1.0, -1234567.891, 0.05, -0.04, 1e20, 3.14159, inf, -inf, nan]:
        for spec in specs:
            line("float", bits(x), spec, attempt(lambda: format(x, spec)))
    for z in [0j, 1 + 2j, -0.0 - 2.5j, 1234.5j, complex(nan, inf), complex(-1e20, 1e-7)]:
        for spec in specs:
            line("complex", f"{bits(z.real)} {bits(z.imag)}", spec, attempt(lambda: format(z, spec)))
    for text in ["", "a", "abc", "äöü日本"]:
        for spec in specs + ["s", ".2s", "^7s", "*<6", "05", "#", "z", "=5", "+", " "]:
            line("str", text, spec, attempt(lambda: format(text, spec)))
    for text in ["1", "-1.5", "1e5", "1E-5", "+.5", "5.", "1_0.0_1", "1__0", "_1", "1_", "1_.5", "1._5", ".", "", "e5", "1e",
                 "1e+", "1e1_0", "1e_1", "inf", "-Infinity", "NAN", "+nan", "infin", "0x10", "1 2", "٣", "1e400", "1e-400",
                 "123456789012345678901234567890", "0.1000000000000000055511151231257827021181583404541015625"]:
        line("parse", text, "", attempt(lambda: bits(float(text))) if text.isascii() else "!")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
