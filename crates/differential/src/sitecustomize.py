"""Makes one CPython run many programs, each in a process of its own that has started already.

CPython imports a module of this name before it runs the file on its command line. Here it serves programs instead: for
each it forks, and the child goes on as any interpreter does: it runs that file, which by then holds the program, and
ends. A program is a line with its length and its bytes; the answer is a line with the exit status and two lengths, and
then the bytes of standard output and standard error.
"""

import gc
import os
import sys

# `signal` and others leave garbage behind that a program's first collection would count.
import _signal

SECONDS = 5


def read_exactly(count):
    parts = []
    while count:
        part = os.read(0, count)
        if not part:
            os._exit(0)
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def read_line():
    line = b""
    while not line.endswith(b"\n"):
        line += read_exactly(1)
    return line


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def become_program(out, err):
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (os.open(out, os.O_RDWR | os.O_CREAT | os.O_TRUNC), 1),
                           (os.open(err, os.O_RDWR | os.O_CREAT | os.O_TRUNC), 2)):
        os.dup2(source, target)
        os.close(source)
    _signal.alarm(SECONDS)
    # The objects of this module are old, as those of the interpreter's start are.
    gc.collect(0)


def serve():
    program = sys.orig_argv[-1]
    folder = os.path.dirname(program)
    out, err = os.path.join(folder, "out"), os.path.join(folder, "err")
    while True:
        text = read_exactly(int(read_line()))
        with open(program, "wb") as file:
            file.write(text)
        pid = os.fork()
        if pid == 0:
            return become_program(out, err)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        answer = contents(out), contents(err)
        head = b"%d %d %d\n" % (status, len(answer[0]), len(answer[1]))
        rest = head + answer[0] + answer[1]
        while rest:
            rest = rest[os.write(1, rest):]


serve()
