// The built page in a real browser: one server and one Chromium for each test file, a fresh profile for each page.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.js";

export const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));
// The site has to work from a sub-folder of any host.
const PREFIX = "/a/sub-folder/";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let started;

/** Starts the server and Chromium, once. */
function start() {
  started ??= (async () => {
    if (!existsSync(`${DIST}/index.html`)) throw new Error("dist/ holds no page: run `cargo xtask build` first");
    if (!process.env.CHROME) throw new Error("CHROME is not set to a browser: run this by `cargo xtask test browser`");
    const server = await serve(DIST, PREFIX);
    const browser = await chromium.launch({ executablePath: process.env.CHROME, headless: true, args: ARGUMENTS });
    return { server, browser };
  })();
  return started;
}

/** Ends what `start` started. */
export async function stop() {
  const { server, browser } = (await started?.catch(() => undefined)) ?? {};
  await browser?.close();
  await server?.close();
  started = undefined;
}

/**
 * Opens the page in a fresh profile, and waits until a program can be run.
 * @param {object} [options]
 * @param {string} [options.fragment] What follows `#` in the address.
 * @param {import("playwright-core").BrowserContextOptions} [options.profile] The reader's language, theme and screen.
 * @returns {Promise<{ page: import("playwright-core").Page, problems: string[], requests: URL[] }>} The page; what
 *   went wrong on it so far: errors on the console, errors of scripts, failed requests, and requests to anywhere but
 *   the folder that it was loaded from; and what it asked for.
 */
export async function open({ fragment = "", profile = {} } = {}) {
  const { server, browser } = await start();
  const context = await browser.newContext({ locale: "en-US", ...profile });
  context.setDefaultTimeout(20_000);
  const problems = [];
  const requests = [];
  await context.route("**/*", (route) => {
    const address = route.request().url();
    requests.push(new URL(address));
    if (address.startsWith(server.address) || /^(data|blob):/.test(address)) return route.continue();
    problems.push(`request to elsewhere: ${address}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`script error: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`request failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.goto(server.address + (fragment && `#${fragment}`));
  await page.waitForSelector("html[data-ready=true]", { state: "attached" }).catch((error) => {
    throw new Error([error.message, ...problems].join("\n"));
  });
  return { page, problems, requests };
}
