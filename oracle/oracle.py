#!/usr/bin/env python3
"""The heap oracle: runs a program under a real CPython and prints the state of its memory before every line.

    oracle.py [--python PYTHON] [--cache FOLDER] [--seconds N] PROGRAM

PYTHON is a CPython 3.12 or later with its headers (this one by default). The observer, a C extension, is compiled once
for each release into FOLDER (target/oracle by default). After N seconds of the processor's time the program is ended (by
default never): its exit is a signal's number, negative, then. Each line of output is a record in JSON; README.md describes
them. Exit status 3: there is no C compiler, or PYTHON has no headers.
"""

import sys

NO_OBSERVER = 3


def build(python, cache):
    """Compiles the observer for an interpreter, if that was not done yet; returns the extension's path."""
    import os
    import shutil
    import subprocess
    import tempfile

    folder = os.path.dirname(os.path.abspath(__file__))
    source = os.path.join(folder, 'observer.c')
    code = 'import sys, sysconfig; print(sys.version.split()[0]); print(sysconfig.get_path("include")); print(sys.prefix)'
    asked = subprocess.run([python, '-I', '-c', code], capture_output=True, text=True, check=True)
    release, include, prefix = asked.stdout.splitlines()
    # Where an installation was moved, only its prefix is right.
    moved = os.path.join(prefix, 'include', os.path.basename(include))
    headers = next((path for path in (include, moved) if os.path.exists(os.path.join(path, 'Python.h'))), None)
    if headers is None:
        print(f'oracle: {python} ({release}) has no headers: {include}/Python.h', file=sys.stderr)
        sys.exit(NO_OBSERVER)
    compiler = os.environ.get('CC') or shutil.which('cc') or shutil.which('gcc') or shutil.which('clang')
    if compiler is None:
        print('oracle: there is no C compiler', file=sys.stderr)
        sys.exit(NO_OBSERVER)
    extension = os.path.join(cache, release, 'observer.so')
    if os.path.exists(extension) and os.path.getmtime(extension) >= os.path.getmtime(source):
        return extension
    os.makedirs(os.path.dirname(extension), exist_ok=True)
    # Under a name of its own first: another oracle may be at work.
    descriptor, unfinished = tempfile.mkstemp(dir=os.path.dirname(extension))
    os.close(descriptor)
    command = [compiler, '-O2', '-shared', '-fPIC', '-w', '-o', unfinished, source]
    for path in (headers, os.path.join(headers, 'internal'), os.path.dirname(headers)):
        command += ['-I', path]
    compiled = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    if compiled.returncode != 0:
        os.unlink(unfinished)
        print(compiled.stderr, end='', file=sys.stderr)
        print(f'oracle: {compiler} cannot compile the observer for {release}', file=sys.stderr)
        sys.exit(NO_OBSERVER)
    os.replace(unfinished, extension)
    return extension


def run(program, python, cache, seconds=None):
    """Prints the records of a program."""
    import json
    import os
    import shutil
    import subprocess
    import tempfile

    # Names without a folder are looked up in PATH before the program's folder becomes another.
    python = shutil.which(python) or python
    extension = build(python, cache)
    home = os.path.dirname(os.path.abspath(__file__))
    program = os.path.abspath(program)
    # What a reader's environment says of warnings and the like would be seen by the program.
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith('PYTHON') or name == 'PYTHONHOME'}
    environment['PYTHONHASHSEED'] = '0'

    def observed(reports, warns):
        """Runs the program; returns its records and the process that is over."""
        with tempfile.TemporaryFile() as records, tempfile.TemporaryDirectory() as folder:
            # No name of the oracle's is left in the program's __main__.
            start = f'__import__("sys").path.insert(0, {home!r}), __import__("oracle").observe({program!r}, ' \
                    f'{extension!r}, {records.fileno()}, {reports}, {warns})'
            ran = subprocess.run([python, '-P', '-s', '-B', '-X', 'utf8', '-c', start], stdin=subprocess.DEVNULL,
                                 capture_output=True, encoding='utf-8', pass_fds=[records.fileno()], cwd=folder,
                                 env=environment, preexec_fn=limit(seconds) if seconds else None)
            records.seek(0)
            # A program that was ended may have left half a record.
            return [line.decode() for line in records if line.endswith(b'\n')], ran

    records, ran = observed(reports=False, warns=False)
    reports, warns = 'Exception ignored' in ran.stdout + ran.stderr, 'Warning: ' in ran.stderr
    if reports or warns:
        records, ran = observed(reports, warns)
    sys.stdout.reconfigure(encoding='utf-8')
    sys.stdout.writelines(records)
    print(json.dumps({'ev': 'stdout', 'text': ran.stdout, 'stderr': ran.stderr, 'exit': ran.returncode}))


def limit(seconds):
    """What a new process does to have no more than some seconds of the processor's time."""
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def imported_modules(program):
    """The modules that a program's import statements name."""
    only_syntax_tree = 0x400  # ast.PyCF_ONLY_AST: the module ast would import more than a program's start does
    try:
        with open(program, 'rb') as file:
            pending = [compile(file.read(), program, 'exec', only_syntax_tree)]
    except (SyntaxError, ValueError):
        return
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending += reversed(node)
        elif type(node).__name__ == 'Import':
            yield from (alias.name for alias in node.names)
        elif type(node).__name__ == 'ImportFrom' and node.module:
            yield node.module
            yield from (f'{node.module}.{alias.name}' for alias in node.names)
        else:
            pending += (getattr(node, field, None) for field in reversed(getattr(node, '_fields', ())))


def prepare_reports(program):
    """Makes what the first report of an error that nobody can catch brings with it, and the lines it shows, part of the
    baseline."""
    if sys.version_info < (3, 14):
        # It is written in C, and imports nothing.
        return
    import contextlib
    import io
    import linecache
    import textwrap
    import traceback

    # The first call of min and max with a keyword makes a tuple that lasts. The program's own call has to be the first.
    textwrap.min = lambda lines, default: min(lines) if lines else default
    textwrap.max = lambda lines, default: max(lines) if lines else default
    linecache.getlines(program)
    try:
        raise ValueError(str(1 / 0))
    except ZeroDivisionError:
        with contextlib.redirect_stderr(io.StringIO()):
            traceback.print_exc()


def prepare_warnings(program):
    """Makes what the report of the first warning imports, and the lines that it shows, part of the baseline."""
    if sys.version_info < (3, 13) and 'warnings' not in sys.modules:
        # It is written in C, and imports nothing.
        return
    import linecache
    import warnings

    warnings.formatwarning('', DeprecationWarning, program, 1)
    linecache.getlines(program)


def observe(program, extension, descriptor, reports, warns):
    """Runs a program, which reports errors that nobody can catch, or warns, or does not, in this interpreter's __main__ and
    writes its records to a descriptor."""
    import _frozen_importlib
    import _frozen_importlib_external
    import _imp
    import gc

    del sys.path[0]
    sys.argv[:] = [program]
    # As on a terminal. What waits to be written is a list in generation 0 otherwise.
    sys.stdout.reconfigure(line_buffering=True)
    # What an import makes is part of the baseline: it depends on what the interpreter had imported before. Nothing else
    # is imported but what is there from the start, or builtin classes would have subclasses that they have not in truth.
    # weakref.finalize imports atexit at its first use.
    for name in [*imported_modules(program), 'atexit']:
        try:
            __import__(name)
        except ImportError:
            pass
    if reports:
        prepare_reports(program)
    if warns:
        prepare_warnings(program)
    loader = _frozen_importlib_external.ExtensionFileLoader('observer', extension)
    observer = _imp.create_dynamic(_frozen_importlib.ModuleSpec('observer', loader, origin=extension))
    _imp.exec_dynamic(observer)
    main = sys.modules['__main__']
    main.__file__ = program
    monitoring = sys.monitoring
    tool, events = monitoring.DEBUGGER_ID, monitoring.events
    monitoring.use_tool_id(tool, 'oracle')
    monitoring.register_callback(tool, events.LINE, observer.on_line)
    monitoring.register_callback(tool, events.PY_RETURN, observer.on_return)
    monitoring.set_events(tool, events.LINE)

    def instrument(code, own_events=events.PY_RETURN):
        """Has all code of a program instrumented now: 3.14 allocates an object when it does so at the first call."""
        monitoring.set_local_events(tool, code, own_events)
        for constant in code.co_consts:
            if isinstance(constant, type(code)):
                instrument(constant, events.LINE)

    if sys.version_info >= (3, 14):
        for thing in gc.get_objects():
            if isinstance(thing, type(instrument)):
                instrument(thing.__code__, events.LINE)
    if not observer.run(program, main.__dict__, descriptor, gc.freeze, gc.unfreeze, instrument):
        sys.exit(1)


def main():
    import argparse
    import os

    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('--python', default=sys.executable)
    parser.add_argument('--cache', default=os.path.join(os.path.dirname(here), 'target', 'oracle'))
    parser.add_argument('--seconds', type=int)
    arguments = parser.parse_args()
    run(arguments.program, arguments.python, os.path.abspath(arguments.cache), arguments.seconds)


if __name__ == '__main__':
    main()
