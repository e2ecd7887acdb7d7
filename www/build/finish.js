// Trunk's post-build hook: minifies wasm-bindgen's glue, and gives the engine's folder a name that changes with its
// content, so that a browser's cache never mixes two versions.
import { createHash } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { transform } from "esbuild";

const site = process.env.TRUNK_STAGING_DIR;
if (!site) throw new Error("run by Trunk, which sets TRUNK_STAGING_DIR");

const WORKER = `importScripts("ouro-engine.js");
wasm_bindgen({ module_or_path: "ouro-engine_bg.wasm" }).catch((error) => setTimeout(() => { throw error; }));
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

for (const name of await readdir(site)) {
  if (/^ouro-ui.*\.js$/.test(name)) await minify(join(site, name), { format: "esm" });
}

const engine = join(site, "engine");
await minify(join(engine, "ouro-engine.js"), { minifyIdentifiers: false });
await writeFile(join(engine, "worker.js"), WORKER);
const folder = `engine-${await folderHash(engine)}`;
await rename(engine, join(site, folder));

const page = join(site, "index.html");
const html = await readFile(page, "utf8");
const empty = '<meta name="ouro-engine" content=""';
if (!html.includes(empty)) throw new Error(`index.html has no ${empty}`);
await writeFile(page, html.replace(empty, `<meta name="ouro-engine" content="${folder}/worker.js"`));
