// Trunk's post-build hook: minifies wasm-bindgen's glue, divides the engine in two, and gives the engine's folder a name
// that changes with its content, so that a browser's cache never mixes two versions.
import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { transform } from "esbuild";
import { exported, instrument, read, split, usual } from "./split.js";

const site = process.env.TRUNK_STAGING_DIR;
if (!site) throw new Error("run by Trunk, which sets TRUNK_STAGING_DIR");

const START = `importScripts("ouro-engine.js");
`;

// Gives the engine's first part a way to load the rest (see split.js). A worker may wait for it without holding up the
// page.
const SPLIT = `let first;
function load() {
  const request = new XMLHttpRequest();
  request.open("GET", "ouro-engine_rest.wasm", false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status >= 400) throw new Error("ouro-engine_rest.wasm: " + request.status);
  new WebAssembly.Instance(new WebAssembly.Module(request.response), { first: first.exports });
}
for (const way of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[way];
  WebAssembly[way] = async (source, imports) => {
    const made = await original(source, { ...imports, split: { load } });
    first = made.instance ?? made;
    return made;
  };
}
`;

const RUN = `wasm_bindgen({ module_or_path: "ouro-engine_bg.wasm" }).catch((error) => setTimeout(() => { throw error; }));
`;

/** Minifies a script in place. `format` keeps esbuild from touching the names that other files use. */
async function minify(file, options) {
  const { code } = await transform(await readFile(file, "utf8"), { minify: true, ...options });
  await writeFile(file, code);
}

/** First characters of the SHA-256 of all files of a folder, in the order of their paths. */
async function folderHash(folder) {
  const hash = createHash("sha256");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(relative(folder, file)).update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
}

/** Divides the engine in this folder: what ordinary programs use comes first. */
async function splitEngine(folder) {
  const wasm = join(folder, "ouro-engine_bg.wasm");
  const told = join(folder, "told.wasm");
  const module = await read(wasm);
  await instrument(module, told);
  const kept = await usual(module, join(folder, "ouro-engine.js"), told);
  await rm(told);
  await split(module, new Set([...kept, ...exported(module)]), wasm, join(folder, "ouro-engine_rest.wasm"));
}

for (const name of await readdir(site)) {
  if (/^ouro-ui.*\.js$/.test(name)) await minify(join(site, name), { format: "esm" });
}

const engine = join(site, "engine");
await minify(join(engine, "ouro-engine.js"), { minifyIdentifiers: false });
// While the page is worked on, builds are quick and the engine is in one piece.
const whole = Boolean(process.env.OURO_WHOLE_ENGINE);
if (!whole) await splitEngine(engine);
await writeFile(join(engine, "worker.js"), START + (whole ? "" : SPLIT) + RUN);
const folder = `engine-${await folderHash(engine)}`;
await rename(engine, join(site, folder));

const page = join(site, "index.html");
const html = await readFile(page, "utf8");
const empty = '<meta name="ouro-engine" content=""';
if (!html.includes(empty)) throw new Error(`index.html has no ${empty}`);
await writeFile(page, html.replace(empty, `<meta name="ouro-engine" content="${folder}/worker.js"`));
