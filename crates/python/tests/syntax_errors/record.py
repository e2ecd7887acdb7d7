"""Records what CPython 3.13 says about programs.txt: python3.13 record.py"""

import pathlib
import warnings

warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent
lines = []
for program in (here / "programs.txt").read_text(encoding="utf-8").split("=====\n"):
    try:
        compile(program, "<string>", "exec")
        lines.append("none")
    except SyntaxError as e:
        lines.append(f"{type(e).__name__}\t{e.msg}\t{e.lineno}\t{e.offset or 0}")
(here / "expected.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
