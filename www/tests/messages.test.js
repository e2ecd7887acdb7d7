// The message files: Fluent reads all of both languages, which say the same things, and the page uses each.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LANGUAGES = { en: "en", "zh-CN": "zh" };
/** Arguments that are numbers, all of which choose plural forms somewhere or are shown grouped. */
const NUMBERS = ["n", "rc", "from", "to", "step", "last", "line", "column"];

const file = (tag) => readFile(join(ROOT, `www/locales/${LANGUAGES[tag]}.ftl`), "utf8");

/** A language's patterns with the arguments they name, by `key` or `key.attribute`. */
async function patterns(tag) {
  const resource = new FluentResource(await file(tag));
  const bundle = new FluentBundle(tag, { useIsolating: false });
  assert.deepEqual(bundle.addResource(resource), []);
  const all = new Map();
  for (const { id, value, attributes } of resource.body) {
    if (value) all.set(id, value);
    for (const [name, pattern] of Object.entries(attributes)) all.set(`${id}.${name}`, pattern);
  }
  return { bundle, all };
}

/** Names of the arguments in a pattern. */
const argumentsOf = (pattern) => new Set([...JSON.stringify(pattern).matchAll(/\{"type":"var","name":"(\w+)"/g)].map(([, name]) => name));

test("the message files hold nothing that Fluent skips", async () => {
  for (const tag of Object.keys(LANGUAGES)) {
    const written = (await file(tag)).split("\n").filter((line) => /^[a-z]/.test(line)).map((line) => line.split("=")[0].trim());
    const read = new FluentResource(await file(tag)).body.map(({ id }) => id);
    assert.deepEqual(read, written);
    assert.equal(new Set(read).size, read.length);
  }
});

test("the languages have the same messages, with the same arguments", async () => {
  const [{ all: en }, { all: zh }] = await Promise.all(Object.keys(LANGUAGES).map(patterns));
  assert.deepEqual([...zh.keys()].sort(), [...en.keys()].sort());
  for (const [key, pattern] of en) {
    // English may count what Chinese says without a number's form, but both take the same arguments.
    assert.deepEqual([...argumentsOf(zh.get(key))].sort(), [...argumentsOf(pattern)].sort(), key);
  }
});

test("every message can be written, with plurals and grouped numbers", async () => {
  for (const tag of Object.keys(LANGUAGES)) {
    const { bundle, all } = await patterns(tag);
    for (const [key, pattern] of all) {
      for (const number of [0, 1, 2, 21, 1_234_567]) {
        const args = Object.fromEntries([...argumentsOf(pattern)].map((name) => [name, NUMBERS.includes(name) ? number : "x y"]));
        const errors = [];
        const text = bundle.formatPattern(pattern, args, errors);
        assert.deepEqual(errors, [], `${tag} ${key}`);
        assert.ok(text.trim() && !/[{}]/.test(text), `${tag} ${key}: ${text}`);
        if (number === 1_234_567 && /"n"/.test(JSON.stringify(pattern)) && /\d/.test(text)) assert.match(text, /1,234,567/, `${tag} ${key}`);
      }
    }
  }
  const { bundle, all } = await patterns("en");
  const objects = (n) => bundle.formatPattern(all.get("generation-objects"), { n });
  assert.notEqual(objects(1).replace("1", "2"), objects(2));
});

test("the page uses every message", async () => {
  const folder = join(ROOT, "crates/ui/src");
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".rs"));
  const code = (await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")))).join("\n");
  for (const key of (await patterns("en")).all.keys()) {
    if (!key.includes(".")) assert.ok(code.includes(`"${key}"`), `message ${key} is never shown`);
  }
});
