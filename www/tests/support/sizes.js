// What the page loads until a program can be run, and how large that is.
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { DIST, open } from "./browser.js";

/** Paths in dist/ that the page asks for, each once, in order. */
async function loaded() {
  const { page, requests } = await open();
  await page.waitForLoadState("networkidle");
  const base = new URL(".", page.url()).pathname;
  const paths = requests.filter(({ protocol }) => protocol === "http:").map(({ pathname }) => pathname);
  await page.context().close();
  return [...new Set(paths)].map((path) => path.slice(base.length) || "index.html");
}

/** For each file its name, and its bytes plain, by gzip 9 and by brotli 11; the largest first, the sum last. */
export async function sizes() {
  const rows = [];
  for (const file of await loaded()) {
    const content = await readFile(`${DIST}/${file}`);
    const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    rows.push({ file, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli });
  }
  rows.sort((a, b) => b.brotli - a.brotli);
  const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
  return [...rows, { file: "all", bytes: sum("bytes"), gzip: sum("gzip"), brotli: sum("brotli") }];
}
