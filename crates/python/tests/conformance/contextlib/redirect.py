import io
import sys
from contextlib import redirect_stderr, redirect_stdout

out = io.StringIO()
with redirect_stdout(out) as target:
    print("hidden", target is out)
    with redirect_stderr(sys.stdout):
        print("error", file=sys.stderr)
print(repr(out.getvalue()))
