// What a reader does with the playground, and what he sees there, for the tests.
import assert from "node:assert/strict";
import { after } from "node:test";
import { open, stop } from "./browser.js";

after(stop);

/**
 * Opens the playground, hands it to `use`, and fails where anything went wrong on the page meanwhile.
 * @param {Parameters<typeof open>[0]} options As for `open`.
 * @param {(ouro: Playground) => Promise<void>} use
 */
export async function withPlayground(options, use) {
  const { page, problems, requests } = await open(options);
  try {
    await use(new Playground(page, requests));
    assert.deepEqual(problems, []);
  } finally {
    await page.context().close();
  }
}

/** A page with the names of product.md. Every reader tells what the page shows at that moment. */
export class Playground {
  constructor(page, requests) {
    /** @type {import("playwright-core").Page} */
    this.page = page;
    /** Every address that the page has asked for. @type {URL[]} */
    this.requests = requests;
  }

  /** The element with that test id. */
  part(id) {
    return this.page.getByTestId(id);
  }

  /** Waits until no program runs. */
  async settled() {
    // The page says that it is busy when it next draws, not at the click itself.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await this.page.waitForSelector("html[data-ready=true]:not([data-busy])", { state: "attached" });
  }

  /** Asks for a link to what is shown; the part after `#`. */
  async share() {
    await this.part("share").click();
    // The link is there when the program has been packed.
    const link = await this.page.waitForFunction(() => document.querySelector("[data-testid=share-link]").value);
    await this.page.keyboard.press("Escape");
    return new URL(await link.jsonValue()).hash.slice(1);
  }

  /** Replaces the text in the editor, the way a reader pastes it. */
  async type(source) {
    const text = this.part("editor").locator(".cm-content");
    await text.focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await text.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, source);
  }

  /** Runs what is in the editor, and waits for the end. */
  async run() {
    await this.part("run").click();
    await this.settled();
  }

  /** Pastes and runs a program. */
  async runProgram(source) {
    await this.type(source);
    await this.run();
  }

  /** Presses one of `first`, `back`, `forward`, `last`, and waits until that step is shown. */
  async press(control) {
    const { step } = await this.position();
    const last = Number(await this.part("scrubber").getAttribute("max"));
    const goal = { first: 0, back: Math.max(step - 1, 0), forward: Math.min(step + 1, last), last }[control];
    await this.part(control).click();
    await this.shows(goal);
  }

  /** Goes to a step, counted as in `data-step`, by the scrubber. */
  async goTo(step) {
    await this.part("scrubber").fill(String(step));
    await this.shows(step);
  }

  /** Waits until a step is shown, counted as in `data-step`. */
  async shows(step) {
    await this.page.waitForSelector(`[data-testid=step-label][data-step="${step}"]`);
    await this.settled();
  }

  /** `{ step, steps, line }` of the step label; `line` is null where no line is about to run. */
  async position() {
    const { step, steps, line } = await this.part("step-label").evaluate((element) => ({ ...element.dataset }));
    return { step: Number(step), steps: Number(steps), line: line ? Number(line) : null };
  }

  /** The rows of a part that have a data attribute, each as an object of all its data attributes. */
  rows(id, attribute) {
    const rows = this.part(id).locator(`[data-${attribute}]`);
    return rows.evaluateAll((elements) => elements.map((element) => ({ ...element.dataset })));
  }

  /** Names in frames: `{ frame, name, obj, value }`, all texts. */
  frames() {
    return this.rows("frames", "name");
  }

  /** Objects: `{ obj, type, rc, gen, tracked, state, size, refs }`, all texts. */
  objects() {
    return this.rows("objects", "obj");
  }

  /** The lanes of the generations: `{ gen, count, threshold, objects }`, all texts. */
  generations() {
    return this.rows("generations", "gen");
  }

  /** Weak references: `{ ref, target, alive, callback }`, all texts. */
  weakrefs() {
    return this.rows("weakrefs", "ref");
  }

  /** The text of the output. */
  stdout() {
    return this.part("stdout").innerText();
  }

  /** The object that a name is bound to, as in `objects()`; undefined where there is none. */
  async objectOf(name) {
    const binding = (await this.frames()).findLast((row) => row.name === name);
    return binding && (await this.objects()).find((row) => row.obj === binding.obj);
  }

  /** All that a step shows, to compare steps as wholes. */
  async shown() {
    const [position, frames, objects, generations, weakrefs, stdout] = await Promise.all([
      this.position(),
      this.frames(),
      this.objects(),
      this.generations(),
      this.weakrefs(),
      this.stdout(),
    ]);
    return { position, frames, objects, generations, weakrefs, stdout };
  }
}
