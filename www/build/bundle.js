// Trunk's pre-build hook: bundles what the page loads besides WebAssembly into www/dist/, where index.html finds it.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const www = fileURLToPath(new URL("..", import.meta.url));

const common = {
  absWorkingDir: www,
  outdir: "dist",
  bundle: true,
  target: ["chrome123", "firefox125", "safari17.5"],
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};

await build({ ...common, entryPoints: ["src/editor.js", "src/style.css"], format: "esm" });
// A classic script, which has run before the page's module starts.
await build({ ...common, entryPoints: ["src/scripts.js"], format: "iife", loader: { ".ftl": "text" } });
