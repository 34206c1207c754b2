/**
 * Pictures of the built product for the documentation: a fresh workspace from the bundled atlas, served by `levermap serve`.
 * Usage: node scripts/screenshots.mjs [HOME] [TECHNOLOGY]
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browserPath } from "./browser.mjs";
import { node } from "./run.mjs";
import { createServed } from "./served.mjs";

const [home = "EU", technology = "euv-lithography"] = process.argv.slice(2);
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const desk = { width: 1280, height: 800 };

const pictures = [
  { name: "map", query: `?home=${home}`, options: { viewport: desk, colorScheme: "light" } },
  { name: "map-dark", query: `?home=${home}`, options: { viewport: desk, colorScheme: "dark" } },
  { name: "panel", query: `?home=${home}&technology=${technology}`, options: { viewport: desk, colorScheme: "light" } },
  { name: "phone", query: `?home=${home}`, options: { viewport: { width: 390, height: 844 }, colorScheme: "light", deviceScaleFactor: 2 } },
];

for (const needed of ["dist/web/index.html", "bin/levermap.js"]) {
  if (!existsSync(path(needed))) throw new Error(`${needed} is not there; run npm run build first`);
}
const executablePath = browserPath();
if (executablePath === null) throw new Error("no browser; set LEVERMAP_CHROMIUM");

async function shoot(browser, address, { name, query, options }) {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  const page = await context.newPage();
  const answers = query.includes("technology=") ? [/\/api\/technologies\//, /\/api\/chokepoints/] : [];
  const waits = answers.map((pattern) => page.waitForResponse(pattern));
  await page.goto(`${address}/${query}`);
  await page.locator("[data-node], .stage-list li").first().waitFor();
  await Promise.all(waits);
  if (answers.length > 0) await page.locator(".panel h3").last().waitFor();
  const file = path(`docs/images/${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  console.log(file);
}

const folder = await mkdtemp(join(tmpdir(), "levermap-pictures-"));
const cli = path("bin/levermap.js");
const workspace = join(folder, "data");
const served = createServed(cli, workspace, console.error);
let browser;
try {
  const code = await node([cli, "init", "--workspace", workspace], { stdio: ["ignore", "ignore", "inherit"] });
  if (code !== 0) throw new Error(`levermap init ended with ${code}`);
  const address = await served.start();
  if (address === undefined) throw new Error("levermap serve stopped");
  browser = await chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  await mkdir(path("docs/images"), { recursive: true });
  for (const picture of pictures) await shoot(browser, address, picture);
} finally {
  await browser?.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
}
