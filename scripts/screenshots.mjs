/**
 * The picture of the built product for the README: a fresh workspace from the bundled atlas, served by `levermap serve`.
 * Usage: node scripts/screenshots.mjs [HOME]
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

const [home = "EU"] = process.argv.slice(2);
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

for (const needed of ["dist/web/manifest.json", "bin/levermap.js"]) {
  if (!existsSync(path(needed))) throw new Error(`${needed} is not there; run npm run build first`);
}
const executablePath = browserPath();
if (executablePath === null) throw new Error("no browser; set LEVERMAP_CHROMIUM");

async function shoot(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await page.goto(`${address}/map?home=${home}`);
  await page.locator("[data-node]").first().waitFor();
  const file = path("docs/images/map.png");
  await page.screenshot({ path: file });
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
  await shoot(browser, address);
} finally {
  await browser?.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
}
