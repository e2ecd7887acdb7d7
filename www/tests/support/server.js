// A static web server on this machine, for the tests.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves `folder` under `prefix` (such as `/some/folder/`) on a free port of 127.0.0.1, and nothing else: a page that
 * asks for an address outside the prefix gets a 404.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} The address of the folder, and how to stop.
 */
export async function serve(folder, prefix) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = normalize(join(folder, path.slice(prefix.length - 1), path.endsWith("/") ? "index.html" : ""));
    if (!path.startsWith(prefix) || !file.startsWith(folder + sep)) return void response.writeHead(404).end();
    try {
      const content = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
