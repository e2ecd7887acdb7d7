// Links' programs, packed as the page packs them (Node has the same streams as browsers).
import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../src/zlib.js";

const LIMIT = 4 << 20;
const bytes = (text) => new TextEncoder().encode(text);
const text = (data) => new TextDecoder("utf-8", { fatal: true }).decode(data);
const program = "列表 = ['é', '\\n', '🐍']\nprint(列表)\n".repeat(20);

test("a packed program is small and comes back", async () => {
  const packed = await pack(bytes(program));
  assert.ok(packed.length < bytes(program).length / 4, `${packed.length} bytes`);
  assert.equal(text(await unpack(packed, LIMIT)), program);
  assert.equal((await unpack(await pack(new Uint8Array()), LIMIT)).length, 0);
});

test("what links of version 1 carry is read for ever", async () => {
  const old = Buffer.from("eNpLVLBViDbUMdIxjuVKSi3RSNQEACiKBHw", "base64url");
  assert.equal(text(await unpack(old, LIMIT)), "a = [1,2,3]\nbet(a)");
});

test("any damage is told", async () => {
  const packed = await pack(bytes(program));
  for (let end = 0; end < packed.length; end++) {
    await assert.rejects(unpack(packed.slice(0, end), LIMIT), `cut at ${end}`);
  }
  for (let at = 0; at < packed.length; at++) {
    const changed = packed.slice();
    changed[at] ^= 0x41;
    const result = await unpack(changed, LIMIT).then(text, () => null);
    assert.notEqual(result, program, `changed at ${at}`);
  }
});

test("a bomb does not unpack", async () => {
  const packed = await pack(new Uint8Array(LIMIT + 1).fill(32));
  await assert.rejects(unpack(packed, LIMIT), RangeError);
});
