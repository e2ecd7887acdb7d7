"""Records what this release of CPython says about programs.txt: python3.12 record.py; python3.13 record.py

Each program is compiled as it is there, and once more without the end of its last line.
"""

import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent
lines = []
for program in (here / "programs.txt").read_text(encoding="utf-8").split("=====\n"):
    for text in (program, program.removesuffix("\n")):
        try:
            compile(text, "<string>", "exec")
            lines.append("none")
        except SyntaxError as e:
            # Where no end is given, tracebacks mark one character.
            end = e.offset + 1 if e.end_offset is None else e.end_offset
            fields = (type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, end)
            lines.append("\t".join(map(str, fields)))
name = f"expected-{sys.version_info.major}.{sys.version_info.minor}.tsv"
(here / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
