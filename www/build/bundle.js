// Trunk's pre-build hook: bundles what the page loads besides WebAssembly into www/dist/, where index.html finds it.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const www = fileURLToPath(new URL("..", import.meta.url));

await build({
  absWorkingDir: www,
  entryPoints: ["src/editor.js", "src/style.css"],
  outdir: "dist",
  bundle: true,
  format: "esm",
  target: ["chrome123", "firefox125", "safari17.5"],
  minify: true,
  legalComments: "none",
  logLevel: "warning",
});
