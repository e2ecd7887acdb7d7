// Programs that ask, and errors, as a reader meets them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPlayground } from "./support/playground.js";

const ASKS = "name = input('name? ')\nkept = [name]\nage = int(input('age? '))\nprint(kept, age + 1)\n";

const button = (ouro, name) => ouro.page.getByRole("button", { name, exact: true });
const banners = (ouro) => ouro.page.getByRole("alert").allInnerTexts();

/** Types an answer where the program asks, and waits for what comes next. */
async function answer(ouro, line) {
  await ouro.part("stdin").fill(line);
  await ouro.page.keyboard.press("Enter");
  await ouro.settled();
}

test("a program that asks waits at its line, and goes on with the answers", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(ASKS);
    assert.equal((await ouro.position()).line, 1);
    assert.match(await ouro.part("ask").innerText(), /name\?/);
    assert.equal(await ouro.stdout(), "name? ");
    // The keyboard is where the answer goes.
    await ouro.page.keyboard.type("Ann");
    await ouro.page.keyboard.press("Enter");
    await ouro.settled();
    assert.equal((await ouro.position()).line, 3);
    assert.equal(await ouro.stdout(), "name? Ann\nage? ");
    assert.equal((await ouro.objectOf("kept")).type, "list");
    await answer(ouro, "41");
    assert.equal(await ouro.part("ask").count(), 0);
    assert.equal(await ouro.stdout(), "name? Ann\nage? 41\n['Ann'] 42\n");
    // The answers are part of the recording.
    await ouro.press("first");
    assert.equal(await ouro.stdout(), "");
    await ouro.press("forward");
    assert.equal(await ouro.stdout(), "name? Ann\n");
    await ouro.run();
    await ouro.press("last");
    assert.equal(await ouro.stdout(), "name? Ann\nage? 41\n['Ann'] 42\n");
  });
});

test("on a phone the question comes into view", async () => {
  const profile = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  await withPlayground({ profile }, async (ouro) => {
    await ouro.runProgram(ASKS);
    const [field, control] = await Promise.all(["stdin", "timeline"].map((id) => ouro.part(id).boundingBox()));
    assert.ok(field.y >= 0 && field.y + field.height <= control.y, JSON.stringify([field, control]));
  });
});

test("answers can be changed, asked for again, and ended", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(ASKS);
    await answer(ouro, "Ann");
    await answer(ouro, "41");
    await ouro.part("answers").locator("summary").click();
    await ouro.page.getByLabel("Answer 2").fill("x");
    await ouro.page.keyboard.press("Tab");
    await ouro.settled();
    assert.match((await banners(ouro))[0], /ValueError: invalid literal for int\(\) with base 10: 'x'/);
    await button(ouro, "Ask again").click();
    await ouro.settled();
    assert.equal(await ouro.stdout(), "name? ");
    await ouro.part("stdin").press("Control+d");
    await ouro.settled();
    assert.match((await banners(ouro))[0], /EOFError: EOF when reading a line/);
    assert.match(await ouro.stdout(), /^name\? \^D\n/);
  });
});

test("a link carries the answers", async () => {
  let fragment;
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(ASKS);
    await answer(ouro, "名字");
    await answer(ouro, "1");
    fragment = await ouro.share();
  });
  await withPlayground({ fragment }, async (ouro) => {
    await ouro.settled();
    assert.equal(await ouro.stdout(), "name? 名字\nage? 1\n['名字'] 2\n");
  });
});

test("an error is marked at its line, and its step is one press away", async () => {
  const program = "def half(n):\n    return 1 / n\n\nhalf(2)\nhalf(0)\nprint('never')\n";
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(program);
    const marked = ouro.part("editor").locator(".cm-lintRange-error");
    assert.equal(await marked.innerText(), "1 / n");
    assert.match((await banners(ouro))[0], /ZeroDivisionError: division by zero/);
    await button(ouro, "Go to that step").click();
    await ouro.settled();
    assert.equal((await ouro.position()).line, 2);
    await ouro.press("forward");
    const line = ouro.part("editor").locator(".cm-line[data-note^='ZeroDivisionError']");
    assert.match(await line.innerText(), /return 1 \/ n/);
    await ouro.type("x = 1\n");
    assert.equal(await marked.count(), 0);
  });
});

test("an error inside the library leads to the reader's own line", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram("import weakref\ncache = weakref.WeakValueDictionary()\ncache['a'] = 1\n");
    await button(ouro, "Go to that step").click();
    await ouro.settled();
    assert.equal((await ouro.position()).line, 3);
    assert.equal(await ouro.part("editor").locator(".cm-lintRange-error").innerText(), "cache['a']");
  });
});

test("a module that is not there: the page says which there are", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram("import numpy\n");
    const [banner] = await banners(ouro);
    assert.match(banner, /ModuleNotFoundError: No module named 'numpy'/);
    for (const name of ["gc", "math", "sys", "weakref"]) assert.match(banner, new RegExp(`\\b${name}\\b`));
  });
});
