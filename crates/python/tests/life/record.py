"""Records what CPython prints for the programs here: `python3.13 record.py`, with the release that tests name.

Each file of `recorded` holds the exit status, standard output and standard error. Addresses are replaced, and the
folder is left out of file names.
"""

import os
import pathlib
import re
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
(here / "recorded").mkdir(exist_ok=True)
for program in sorted((here / "programs").glob("*.py")):
    done = subprocess.run(
        [sys.executable, str(program)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    text = f"exit {done.returncode}\n--- stdout\n{done.stdout}--- stderr\n{done.stderr}"
    text = re.sub(r"0x[0-9a-f]{6,}", "0xADDRESS", text.replace(f"{program.parent}/", ""))
    (here / "recorded" / f"{program.stem}.txt").write_text(text)
