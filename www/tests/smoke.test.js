import assert from "node:assert/strict";
import { test } from "node:test";
import { withPlayground } from "./support/playground.js";

test("the page loads from a sub-folder, and asks for nothing outside it", async () => {
  await withPlayground({}, async (ouro) => {
    assert.match(await ouro.page.title(), /^Ouro/);
    const paths = ouro.requests.map((address) => address.pathname);
    assert.ok(paths.some((path) => path.endsWith("_bg.wasm")), paths.join("\n"));
  });
});
