// Prints the compressed size of everything that the page loads until a program can be run, as a Markdown table or as
// JSON. Run by `cargo xtask bench`.
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { DIST, open, stop } from "./support/browser.js";

const [format = "markdown"] = process.argv.slice(2);

/** Paths in dist/ that the page asks for, each once, in order. */
async function loaded() {
  try {
    const { page, requests } = await open();
    await page.waitForLoadState("networkidle");
    const base = new URL(".", page.url()).pathname;
    const paths = requests.filter(({ protocol }) => protocol === "http:").map(({ pathname }) => pathname);
    return [...new Set(paths)].map((path) => path.slice(base.length) || "index.html");
  } finally {
    await stop();
  }
}

const rows = [];
for (const file of await loaded()) {
  const content = await readFile(`${DIST}/${file}`);
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  rows.push({ file, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli });
}
rows.sort((a, b) => b.brotli - a.brotli);
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
rows.push({ file: "all", bytes: sum("bytes"), gzip: sum("gzip"), brotli: sum("brotli") });

if (format === "json") {
  console.log(JSON.stringify(rows));
} else {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  // Without the part of a name that changes with the content.
  const name = (file) => file.replace(/-[0-9a-f]{12,16}(?=[._/])/g, "");
  console.log("| file | size | gzip | brotli |\n| --- | ---: | ---: | ---: |");
  for (const { file, bytes, gzip, brotli } of rows) {
    console.log(`| ${name(file)} | ${kilobytes(bytes)} | ${kilobytes(gzip)} | ${kilobytes(brotli)} |`);
  }
}
