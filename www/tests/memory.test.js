// What the page shows of a program's memory, read from its data attributes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPlayground } from "./support/playground.js";

/** Goes through all steps from the first; what `read` says of each. */
async function walk(ouro, read) {
  await ouro.press("first");
  const seen = [];
  for (;;) {
    seen.push(await read());
    const { step, steps } = await ouro.position();
    if (step === steps) return seen;
    await ouro.press("forward");
  }
}

test("a list's count follows its names, and it dies with the last one", async () => {
  const program = ["tools = ['saw']", "box = tools", "del tools", "del box", "print('gone')"].join("\n");
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(program);
    const list = async () => (await ouro.objects()).find((row) => row.type === "list");
    const seen = await walk(ouro, async () => {
      const row = await list();
      return row && `${row.rc} ${row.state}`;
    });
    assert.deepEqual(seen, [undefined, "1 live", "2 live", "1 live", "0 dead", undefined]);
  });
});

test("a cycle becomes unreachable, and is then collected", async () => {
  const program = ["import gc", "ring = []", "ring.append(ring)", "del ring", "gc.collect()", "print('clean')"].join("\n");
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(program);
    const states = await walk(ouro, async () => (await ouro.objects()).find((row) => row.type === "list")?.state);
    assert.deepEqual(states, [undefined, undefined, "live", "live", "unreachable", "dead", undefined]);
    assert.equal(await ouro.stdout(), "clean\n");
  });
});

test("a weak reference dies with its target, and its callback prints", async () => {
  const program = [
    "import weakref",
    "class Moth: pass",
    "moth = Moth()",
    "lamp = weakref.ref(moth, lambda ref: print('flown'))",
    "del moth",
    "print(lamp())",
  ].join("\n");
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(program);
    const seen = await walk(ouro, async () => {
      const [ref] = await ouro.weakrefs();
      return { alive: ref?.alive, stdout: await ouro.stdout(), line: (await ouro.position()).line };
    });
    const before = seen.findLast((one) => one.line === 5);
    assert.deepEqual([before.alive, before.stdout], ["true", ""]);
    const after = seen.findLast((one) => one.line === 6);
    assert.deepEqual([after.alive, after.stdout], ["false", "flown\n"]);
    assert.equal(seen.at(-1).stdout, "flown\nNone\n");
  });
});

test("stepping back restores every earlier state exactly", async () => {
  await withPlayground({}, async (ouro) => {
    const forward = await walk(ouro, () => ouro.shown());
    for (let step = forward.length - 1; step > 0; step -= 1) {
      assert.deepEqual(await ouro.shown(), forward[step]);
      await ouro.press("back");
    }
    assert.deepEqual(await ouro.shown(), forward[0]);
  });
});

test("a list of a million ints is one card, and every step stays reachable", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram("numbers = [n for n in range(1000000)]\ntotal = len(numbers)\ndel numbers\nprint(total)\n");
    const { steps } = await ouro.position();
    await ouro.goTo(2);
    const list = await ouro.objectOf("numbers");
    assert.equal(list.type, "list");
    assert.ok(Number(list.size) > 8_000_000, list.size);
    assert.ok((await ouro.objects()).length < 20);
    for (let step = 0; step <= steps; step += 1) {
      await ouro.goTo(step);
      assert.equal((await ouro.position()).step, step);
    }
    assert.equal(await ouro.stdout(), "1000000\n");
  });
});
