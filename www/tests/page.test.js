// What a reader does with the page besides stepping: links, languages, mistakes, programs that do not end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPlayground } from "./support/playground.js";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const LAPTOP = { viewport: { width: 1280, height: 800 } };

const text = (ouro) => ouro.part("editor").locator(".cm-content").innerText();
const button = (ouro, name) => ouro.page.getByRole("button", { name, exact: true });
const banners = (ouro) => ouro.page.getByRole("alert").allInnerTexts();

test("a first visit opens with an example, run and in the middle", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.settled();
    const { step, steps } = await ouro.position();
    assert.ok(step > 0 && step < steps, `step ${step} of ${steps}`);
    assert.ok((await ouro.objects()).some((row) => row.state === "unreachable"));
  });
});

test("a link restores program and step in a fresh profile", async () => {
  const program = "名字 = ['月']\nother = 名字\nprint(other, '🐍')\n";
  let fragment;
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(program);
    await ouro.goTo(2);
    fragment = await ouro.share();
  });
  await withPlayground({ fragment }, async (ouro) => {
    await ouro.settled();
    assert.equal((await text(ouro)).trim().replaceAll(/\n+/g, "\n"), program.trim());
    assert.equal((await ouro.position()).step, 2);
    assert.equal((await ouro.objectOf("other")).rc, "2");
  });
});

test("a damaged link is told, and the page works on", async () => {
  for (const fragment of ["v1=eNpLVLBViDbUMdIxjuVKSi3R", "v1=%%%", "v9=eNpLVLBViDbUMdIxjuVKSi3R"]) {
    await withPlayground({ fragment }, async (ouro) => {
      await ouro.settled();
      assert.equal((await banners(ouro)).length, 1, fragment);
      await ouro.runProgram("print('alive')");
      await ouro.press("last");
      assert.equal(await ouro.stdout(), "alive\n");
    });
  }
});

test("the reader's own program is there after a reload, also when it began from a link", async () => {
  let fragment;
  await withPlayground({}, async (ouro) => {
    fragment = await ouro.share();
  });
  await withPlayground({ fragment }, async (ouro) => {
    await ouro.type("mine = 'kept'");
    await ouro.page.waitForLoadState("networkidle");
    await ouro.page.reload();
    await ouro.settled();
    assert.equal((await text(ouro)).trim(), "mine = 'kept'");
  });
});

test("a syntax error is marked and told, and the last good run stays", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram("shelf = ['jam']\n");
    await ouro.press("last");
    const before = await ouro.shown();
    await ouro.runProgram("shelf = ['jam']\nif shelf\n    pass\n");
    assert.deepEqual(await ouro.shown(), before);
    const [banner] = await banners(ouro);
    assert.match(banner, /SyntaxError: expected ':'/);
    assert.match(banner, /Line 2, column 9/);
    assert.equal(await ouro.page.locator(".cm-lintRange-error").count(), 1);
    await ouro.runProgram("shelf = []\n");
    assert.deepEqual(await banners(ouro), []);
  });
});

test("an endless loop can be stopped, and what ran stays", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.type("turns = 0\nwhile True:\n    turns += 1\n");
    await ouro.part("run").click();
    await button(ouro, "Stop").click();
    await ouro.settled();
    assert.match((await banners(ouro)).join("\n"), /^Stopped\./);
    assert.ok((await ouro.position()).steps > 0);
    await ouro.press("last");
    assert.ok((await ouro.frames()).some((row) => row.name === "turns"));
  });
});

test("a limit that is reached is named, and can be raised", async () => {
  await withPlayground({}, async (ouro) => {
    await button(ouro, "Options").click();
    await ouro.page.getByLabel("Steps (lines run)").fill("50");
    await ouro.page.keyboard.press("Tab");
    await ouro.page.keyboard.press("Escape");
    await ouro.runProgram("heap = []\nwhile True:\n    heap.append([])\n");
    assert.match((await banners(ouro)).join("\n"), /A limit was reached: steps \(50\)/);
    await button(ouro, "Raise the limit").click();
    await ouro.page.getByLabel("Steps (lines run)").fill("90");
    await button(ouro, "Apply").click();
    await ouro.settled();
    assert.match((await banners(ouro)).join("\n"), /steps \(90\)/);
  });
});

test("errors end in a traceback, and a missing module is told with those there are", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram("def down(n):\n    return down(n + 1)\n\ndown(0)\n");
    await ouro.press("last");
    assert.match(await ouro.stdout(), /RecursionError: maximum recursion depth exceeded/);
    await ouro.runProgram("import numpy\n");
    await ouro.press("last");
    assert.match(await ouro.stdout(), /ModuleNotFoundError: No module named 'numpy'/);
    assert.match((await banners(ouro)).join("\n"), /Modules that can be imported: .*gc/);
    await button(ouro, "Go to that step").click();
    await ouro.settled();
    assert.equal((await ouro.position()).line, 1);
  });
});

test("thousands of nested brackets leave the page alive", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram(`deep = ${"[".repeat(5000)}${"]".repeat(5000)}\n`);
    assert.equal((await banners(ouro)).length, 1);
    await ouro.runProgram("print('alive')\n");
    await ouro.press("last");
    assert.equal(await ouro.stdout(), "alive\n");
  });
});

test("the keyboard steps while the step control has the focus", async () => {
  await withPlayground({}, async (ouro) => {
    await ouro.runProgram("a = 1\nb = 2\nc = 3\nd = 4\n");
    await ouro.part("scrubber").focus();
    const at = async (key) => {
      await ouro.page.keyboard.press(key);
      await ouro.settled();
      return (await ouro.position()).step;
    };
    const steps = [];
    for (const key of ["Home", "ArrowRight", ".", "ArrowRight", ",", "ArrowLeft", "End"]) steps.push(await at(key));
    assert.deepEqual(steps, [0, 1, 2, 3, 2, 1, 4]);
    assert.match(await ouro.part("announcement").innerText(), /Step 4 of 4/);
  });
});

test("the page in Chinese", async () => {
  await withPlayground({ profile: { locale: "zh-CN" } }, async (ouro) => {
    assert.equal(await ouro.page.locator("html").getAttribute("lang"), "zh-CN");
    await ouro.type("print('你好')\n");
    await button(ouro, "运行").click();
    await ouro.settled();
    await button(ouro, "最后一步").click();
    await ouro.settled();
    assert.equal(await ouro.stdout(), "你好\n");
    await ouro.part("language").selectOption("en");
    await button(ouro, "Run").waitFor();
    await ouro.page.reload();
    await button(ouro, "Run").waitFor();
  });
});

test("every example runs to its end and opens where it says", async () => {
  await withPlayground({}, async (ouro) => {
    const names = await ouro.page
      .locator("[data-example]")
      .evaluateAll((items) => items.map((item) => item.dataset.example));
    assert.ok(names.length >= 16, `${names.length} examples`);
    for (const name of names) {
      await button(ouro, "Examples").click();
      await ouro.page.locator(`[data-example=${name}]`).click();
      await ouro.settled();
      assert.deepEqual(await banners(ouro), [], name);
      const { step, steps } = await ouro.position();
      assert.ok(step > 0 && step < steps, `${name}: step ${step} of ${steps}`);
    }
  });
});

test("nothing scrolls sideways on a phone, and a laptop shows all on one screen", async () => {
  const size = () => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { wide: scrollWidth - clientWidth, high: scrollHeight - clientHeight };
  };
  for (const locale of ["en-US", "zh-CN"]) {
    await withPlayground({ profile: { ...PHONE, locale } }, async (ouro) => {
      await ouro.settled();
      assert.equal((await ouro.page.evaluate(size)).wide, 0);
    });
    await withPlayground({ profile: { ...LAPTOP, locale } }, async (ouro) => {
      await ouro.settled();
      assert.deepEqual(await ouro.page.evaluate(size), { wide: 0, high: 0 });
    });
  }
});

test("what is approximate is marked, and each mark says why", async () => {
  await withPlayground({}, async (ouro) => {
    const panel = ouro.part("approximate");
    const marks = ouro.page.locator(".output .approximate");
    await ouro.runProgram("print('no address')\n");
    await ouro.press("last");
    assert.equal(await marks.count(), 0);
    await ouro.runProgram("print(object())\n");
    await ouro.press("last");
    for (const mark of [marks, ouro.page.locator(".generations .approximate"), ouro.page.locator(".timeline-memory")]) {
      await mark.click();
      assert.equal(await panel.isVisible(), true);
      await ouro.page.keyboard.press("Escape");
      assert.equal(await panel.isVisible(), false);
    }
  });
});

test("the theme follows the menu and stays", async () => {
  await withPlayground({ profile: { colorScheme: "light" } }, async (ouro) => {
    const paper = () => ouro.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await ouro.part("theme").selectOption("dark");
    const dark = await paper();
    assert.notEqual(dark, light);
    await ouro.page.reload();
    await ouro.settled();
    assert.equal(await paper(), dark);
  });
});
