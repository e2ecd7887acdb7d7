// Saves pictures of the page to a folder: every screen, theme and language. Run by `cargo xtask screenshots`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { open, stop } from "./support/browser.js";

const SCREENS = {
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
const THEMES = ["light", "dark"];
const LANGUAGES = { en: "en-US", zh: "zh-CN" };

const folder = process.argv[2];
if (!folder) throw new Error("usage: node screenshots.js FOLDER");
await mkdir(folder, { recursive: true });
try {
  for (const [screen, size] of Object.entries(SCREENS)) {
    for (const colorScheme of THEMES) {
      for (const [language, locale] of Object.entries(LANGUAGES)) {
        const { page, problems } = await open({ profile: { ...size, colorScheme, locale } });
        const idle = page.waitForSelector("html:not([data-busy])", { state: "attached", timeout: 5_000 });
        await idle.catch(() => problems.push("a program is still running"));
        const file = join(folder, `${screen}-${colorScheme}-${language}.png`);
        // The whole page on a phone, where parts are stacked; one screen on a laptop, where nothing may need scrolling.
        await page.screenshot({ path: file, fullPage: screen === "phone", animations: "disabled" });
        console.log([file, ...problems].join("\n  "));
        await page.context().close();
      }
    }
  }
} finally {
  await stop();
}
