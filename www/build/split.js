// Divides the engine's WebAssembly in two: functions that ordinary programs run, and the rest, which the worker loads
// when one of the others is called first. Which is which comes from running programs (usual.js).
//
// A function of the rest is in the first part by a stub, which loads the rest once and calls the function by its place
// in the table: it is nothing but a slower way to the same function. Both parts share memory, table and globals.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What WebAssembly Rust uses (`wasm-opt` has to be told). */
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** A module as text, its functions apart. `wasm-dis` puts each part of a module on a line that begins with ` (`. */
export async function read(wasm) {
  const text = await inFolder(async (folder) => {
    await run("wasm-dis", [wasm, "-o", join(folder, "module.wat")]);
    return readFile(join(folder, "module.wat"), "utf8");
  });
  const parts = text.slice(text.indexOf("\n (") + 1, text.lastIndexOf("\n)")).split(/\n(?= \()/);
  const functions = new Map();
  const others = [];
  for (const part of parts) {
    const name = /^ \(func (\S+?)(?=[\s)])/.exec(part)?.[1];
    if (name) functions.set(name, part);
    else others.push(part);
  }
  return { functions, others };
}

/** Options of `wasm-opt` for what a page loads: stubs and lone functions leave it something to do. */
const SMALL = ["-Oz", "--converge"];

async function write(parts, wasm, options = []) {
  await inFolder(async (folder) => {
    const text = join(folder, "module.wat");
    await writeFile(text, `(module\n${parts.join("\n")}\n)\n`);
    await run("wasm-opt", [...FEATURES.map((feature) => `--enable-${feature}`), ...options, text, "-o", wasm]);
  });
}

async function inFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), "ouro-split-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Parameters and results of a function. */
function signature(text) {
  const [head] = text.split("\n", 1);
  const types = (word) => [...head.matchAll(new RegExp(`\\(${word} ([^()]+)\\)`, "g"))].map((found) => found[1].split(" ").at(-1));
  return { params: types("param"), results: types("result") };
}

const typed = ({ params, results }) =>
  (params.length ? ` (param ${params.join(" ")})` : "") + (results.length ? ` (result ${results.join(" ")})` : "");

/** The names of the functions that JavaScript calls: they have to be in the first part. */
export function exported({ functions, others }) {
  const names = others.flatMap((part) => / \(export .*\(func (\S+?)\)\)$/.exec(part)?.[1] ?? []);
  return names.filter((name) => functions.has(name));
}

/** Writes a module whose functions say that they run: to the import `split.ran`, with their place in the order of `read`. */
export async function instrument({ functions, others }, wasm) {
  const told = [...functions.values()].map((text, index) => {
    const lines = text.split("\n");
    const body = lines.findIndex((line, at) => at > 0 && !line.startsWith("  (local "));
    lines.splice(body < 0 ? lines.length : body, 0, `  (call $ran (i32.const ${index}))`);
    return lines.join("\n");
  });
  await write([...place(others, ' (import "split" "ran" (func $ran (param i32)))'), ...told], wasm);
}

/** The names of the functions that ordinary programs run. */
export async function usual({ functions }, glue, instrumented) {
  const script = fileURLToPath(new URL("usual.js", import.meta.url));
  const { stdout } = await run(process.execPath, [script, glue, instrumented]);
  const names = [...functions.keys()];
  return JSON.parse(stdout).map((index) => names[index]);
}

/** Adds an import behind the last. */
function place(others, text) {
  const last = others.findLastIndex((part) => part.startsWith(" (import "));
  return [...others.slice(0, last + 1), text, ...others.slice(last + 1)];
}

const CALLS = /\((?:call|return_call|ref\.func) (\$[^\s()]+)/g;

/** Writes `first`, which has the functions of `kept` (a set of names), and `rest`, which has the others. */
export async function split({ functions, others }, kept, first, rest) {
  const apart = [...functions.keys()].filter((name) => !kept.has(name));
  const isApart = new Set(apart);
  const called = (names) => new Set(names.flatMap((name) => [...functions.get(name).matchAll(CALLS)].map((found) => found[1])));

  // Where functions are in the table. A function that is not yet there gets a place behind the last.
  const table = /\(table (\$\S+) (\d+) (\d+) funcref\)/.exec(others.find((part) => / funcref\)/.test(part) && part.startsWith(" (table ")));
  const [, tableName, size] = table;
  const elements = others.filter((part) => part.startsWith(" (elem "));
  const places = new Map();
  for (const element of elements) {
    const [, start, names] = /\(i32\.const (\d+)\) (?:func )?(.*)\)$/.exec(element);
    names.split(" ").forEach((name, index) => places.set(Number(start) + index, name));
  }
  const placeOf = new Map([...places].map(([at, name]) => [name, at]));
  const calledDirectly = called([...kept]);
  let end = Number(size);
  for (const name of apart) {
    if (calledDirectly.has(name) && !placeOf.has(name)) {
      placeOf.set(name, end);
      places.set(end, name);
      end += 1;
    }
  }
  const globals = others.filter((part) => part.startsWith(" (global "));
  const memory = others.find((part) => part.startsWith(" (memory "));
  const types = others.filter((part) => part.startsWith(" (type "));
  const imports = new Map(others.flatMap((part) => {
    const found = /^ \(import \S+ \S+ \(func (\S+?)((?: \((?:type|param|result)[^()]*\))*)\)\)$/.exec(part);
    return found ? [[found[1], found[2]]] : [];
  }));

  // The first part.
  const stubs = apart.filter((name) => placeOf.has(name)).map((name) => {
    const shape = signature(functions.get(name));
    const operands = shape.params.map((_, index) => `(local.get ${index})`).join(" ");
    return ` (func ${name}${typed(shape)} (call $needed) (call_indirect ${tableName}${typed(shape)} ${operands} (i32.const ${placeOf.get(name)})))`;
  });
  const shared = [...called(apart)].filter((name) => !isApart.has(name));
  const known = others.map((part) =>
    part.startsWith(" (table ") && part.includes(" funcref)") ? ` (table ${tableName} ${end} ${end} funcref)` : part);
  const tables = known.filter((part) => part.startsWith(" (table ")).map((part) => /^ \(table (\S+) (.*)\)$/.exec(part));
  await write([
    ...place(known, ' (import "split" "load" (func $load))'),
    " (global $loaded (mut i32) (i32.const 0))",
    " (func $needed (if (i32.eqz (global.get $loaded)) (then (call $load) (global.set $loaded (i32.const 1)))))",
    ...[...kept].map((name) => functions.get(name)),
    ...stubs,
    ...tables.map(([, name], index) => ` (export "t${index}" (table ${name}))`),
    ...globals.map((part, index) => ` (export "g${index}" (global ${/\(global (\S+)/.exec(part)[1]}))`),
    ...shared.map((name, index) => ` (export "f${index.toString(36)}" (func ${name}))`),
  ], first, SMALL);

  // The rest, which puts its functions into the table in the place of their stubs.
  await write([
    ...types,
    memory.replace(/^ \(memory (\S+) (.*)\)$/, ' (import "first" "memory" (memory $1 $2))'),
    ...tables.map(([, name, type], index) => ` (import "first" "t${index}" (table ${name} ${type}))`),
    ...globals.map((part, index) => {
      const [, name, type] = /^ \(global (\S+) (\(mut \w+\)|\w+)/.exec(part);
      return ` (import "first" "g${index}" (global ${name} ${type}))`;
    }),
    ...shared.map((name, index) => {
      const shape = imports.has(name) ? imports.get(name) : typed(signature(functions.get(name)));
      return ` (import "first" "f${index.toString(36)}" (func ${name}${shape}))`;
    }),
    ...[...places].filter(([, name]) => isApart.has(name)).map(([at, name]) => ` (elem (table ${tableName}) (i32.const ${at}) func ${name})`),
    ...apart.map((name) => functions.get(name)),
  ], rest, SMALL);
}
