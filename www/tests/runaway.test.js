// Programs that go wrong in every way they can: the page says so, and works on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPlayground } from "./support/playground.js";

const CASES = [
  ["recursion without end", "def f():\n    return f()\nf()\n", /RecursionError/],
  [
    "recursion through the interpreter",
    "class A:\n    def __repr__(self):\n        return repr(self)\nrepr(A())\n",
    /RecursionError/,
  ],
  ["a deeply nested list", "x = []\nfor i in range(100_000):\n    x = [x]\nprint(x)\n", /RecursionError/],
  ["a list that doubles for ever", "x = [0]\nwhile True:\n    x += x\n", /MemoryError|memory|bytes/i],
  ["a text beyond all memory", "x = 'a' * 10**12\n", /MemoryError/],
  ["a module that is not there", "import numpy\n", /ModuleNotFoundError: No module named 'numpy'/],
  ["a chain of a million that dies at once", "x = None\nfor i in range(300_000):\n    x = (x,)\ndel x\nprint('gone')\n", /gone/],
];

test("whatever a program does, the page says what happened and works on", async () => {
  await withPlayground({}, async (ouro) => {
    for (const [name, program, expected] of CASES) {
      await ouro.runProgram(program);
      await ouro.press("last");
      const told = (await ouro.stdout()) + (await ouro.page.getByRole("alert").allInnerTexts()).join("\n");
      assert.match(told, expected, name);
    }
    await ouro.runProgram("print('alive')");
    await ouro.press("last");
    assert.equal(await ouro.stdout(), "alive\n");
  });
});
