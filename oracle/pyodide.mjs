#!/usr/bin/env node
// Runs a program under Pyodide, a CPython for WebAssembly: for releases of which there is no other build at hand. Behaves as
// far as `python3 FILE` does: prints what the program prints, exits with its status. Options of CPython are accepted and
// ignored, but for --version.
//
//     OURO_PYODIDE=FOLDER/node_modules/pyodide oracle/pyodide.mjs program.py
import { readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.env.OURO_PYODIDE;
if (!folder) {
    console.error("OURO_PYODIDE names the folder of npm's package pyodide");
    process.exit(2);
}
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
const to = (descriptor) => ({ write: (bytes) => writeSync(descriptor, bytes) });
const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" } });
pyodide.setStdout(to(1));
pyodide.setStderr(to(2));

const run = (code, globals) => pyodide.runPython(code, { globals });
const file = process.argv[2] === "--version" ? undefined : process.argv.at(-1);
if (file === undefined) {
    run("import platform; print('Python', platform.python_version())", pyodide.toPy({}));
    process.exit(0);
}
// The program's frame is called from a function that ends uncaught exceptions as an interpreter does.
const source = readFileSync(file, "utf8");
const runner = `
def run(source, name):
    import sys, traceback
    status = 0
    try:
        exec(compile(source, name, "exec"), {"__name__": "__main__", "__file__": name})
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException as error:
        traceback.print_exception(error.with_traceback(error.__traceback__ and error.__traceback__.tb_next))
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status
run`;
process.exit(run(runner, pyodide.toPy({}))(source, path.basename(file)));
