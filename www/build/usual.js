// Which functions of the engine ordinary programs run: found by running some on an instrumented engine. Run by split.js
// with the paths of wasm-bindgen's script and the instrumented module; prints the functions' places as a JSON list.
import { readdir, readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Every example of the page, and programs for what the examples leave out. */
const PROGRAMS = ["crates/ui/examples", "www/build/usual"];
/** The release that the page opens with: what others need besides is loaded when they are chosen. */
const VERSION = "3.13";
/** How many steps of each program are looked at. */
const MOST_VIEWS = 60;

// Messages as crates/protocol declares them, in the format of postcard: numbers in groups of seven bits. A test there
// (wire.rs) holds these bytes.
const number = (value) => {
  const bytes = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
};
const text = (value) => {
  const bytes = new TextEncoder().encode(value);
  return [...number(bytes.length), ...bytes];
};
const LIMITS = [20_000, 100_000, 1 << 29, 1 << 20].flatMap(number);
const ANSWERS = [1, 1, ...text("Ann")];
const runRequest = (run, source, version) => [0, ...number(run), ...text(source), ...text(version), ...LIMITS, ...ANSWERS];
const seekRequest = (run, step) => [2, ...number(run), ...number(step)];
const checkRequest = (check, source) => [3, ...number(check), ...text(source)];
const REJECTED = 1;
const FINISHED = 3;
const VIEW = 4;
const CHECKED = 5;

/** The number of steps in a `Finished`. */
function stepsOf(message) {
  let at = 1;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  next();
  // The release's name.
  const length = next();
  at += length;
  return next();
}

async function programs(folder) {
  const entries = await readdir(join(ROOT, folder), { recursive: true });
  return Promise.all(entries.filter((name) => name.endsWith(".py")).sort().map((name) => readFile(join(ROOT, folder, name), "utf8")));
}

/** Runs the programs on the engine: for each function, in the order in which split.js reads them, whether it ran. */
async function usual(glue, wasm) {
  const ran = new Uint8Array(1 << 16);
  const waiting = [];
  const received = [];
  const scope = globalThis;
  scope.self = scope;
  scope.DedicatedWorkerGlobalScope = { [Symbol.hasInstance]: (value) => value === scope };
  scope.postMessage = (message) => (waiting.length ? waiting.shift()(message) : received.push(message));
  scope.XMLHttpRequest = class {
    open(_, path) {
      try {
        this.responseText = readFileSync(join(dirname(wasm), path), "utf8");
        this.status = 200;
      } catch {
        this.status = 404;
      }
    }
    send() {}
  };
  const next = () => (received.length ? Promise.resolve(received.shift()) : new Promise((done) => waiting.push(done)));
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (module, imports) => instantiate(module, { ...imports, split: { ran: (index) => void (ran[index] = 1) } });
  const answerTo = async (request, ...kinds) => {
    scope.onmessage({ data: new Uint8Array(request) });
    for (;;) {
      const message = await next();
      if (kinds.includes(message[0])) return message;
    }
  };
  runInThisContext(`${await readFile(glue, "utf8")};globalThis.wasm_bindgen = wasm_bindgen;`);
  await scope.wasm_bindgen({ module_or_path: await readFile(wasm) });
  await next();
  let run = 0;
  for (const source of (await Promise.all(PROGRAMS.map(programs))).flat()) {
    run += 1;
    await answerTo(checkRequest(run, source), CHECKED);
    const message = await answerTo(runRequest(run, source, VERSION), FINISHED, REJECTED);
    if (message[0] === REJECTED) continue;
    const steps = Math.min(stepsOf(message), MOST_VIEWS);
    for (let step = 0; step < steps; step += 1) await answerTo(seekRequest(run, step), VIEW);
  }
  return ran;
}

const ran = await usual(...process.argv.slice(2));
const places = [...ran.keys()].filter((index) => ran[index]);
// The engine's port for messages to itself would keep Node alive.
process.stdout.write(JSON.stringify(places), () => process.exit());
