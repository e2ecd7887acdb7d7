// Prints the compressed size of everything that the page loads until a program can be run, as a Markdown table or as
// JSON. Run by `cargo xtask bench`.
import { stop } from "./support/browser.js";
import { sizes } from "./support/sizes.js";

const [format = "markdown"] = process.argv.slice(2);
const rows = await sizes().finally(stop);

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
