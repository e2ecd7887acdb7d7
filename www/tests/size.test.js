// What the page weighs, and what it loads only when a program needs it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPlayground } from "./support/playground.js";
import { sizes } from "./support/sizes.js";

/** Bytes of everything that the page loads, by brotli 11. */
const CEILING = 750_000;

const loadsRest = (ouro) => ouro.requests.some(({ pathname }) => pathname.endsWith("ouro-engine_rest.wasm"));

test("all that the page loads is small", async () => {
  const rows = await sizes();
  const { brotli } = rows.at(-1);
  assert.ok(brotli <= CEILING, `${brotli} bytes:\n${rows.map((row) => `${row.brotli} ${row.file}`).join("\n")}`);
});

test("ordinary programs run on the engine's first part, others load the rest once", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram("shelf = {'jam': 3}\nfor name, count in shelf.items():\n    print(f'{name}: {count:>3}')\n");
    await ouro.press("last");
    assert.equal(await ouro.stdout(), "jam:   3\n");
    assert.equal(loadsRest(ouro), false);
    await ouro.runProgram("view = memoryview(bytearray(b'abc'))\nprint(view.tolist(), (1 + 2j) ** 2, b'a'.hex(), 255 .to_bytes(2))\n");
    await ouro.press("last");
    assert.equal(await ouro.stdout(), "[97, 98, 99] (-3+4j) 61 b'\\x00\\xff'\n");
    assert.equal(loadsRest(ouro), true);
    await ouro.press("first");
    await ouro.press("last");
    assert.equal((await ouro.objectOf("view")).type, "memoryview");
  });
});
