import cProfile
import contextlib
import io


def work(n):
    return sum(range(n))


out = io.StringIO()
with contextlib.redirect_stdout(out):
    cProfile.run("work(10); work(20)", sort="name")
    cProfile.runctx("f(3)", {"f": work}, {}, sort="ncalls")
for line in sorted(out.getvalue().splitlines()):
    if "{" in line or "(" in line:
        print(line.split()[0], line.split(None, 5)[-1] if "0.00" in line else "")
