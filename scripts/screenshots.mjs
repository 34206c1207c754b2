/**
 * Pictures of the built product for the documentation: a fresh workspace from the bundled atlas, served by `levermap serve`.
 * Usage: node scripts/screenshots.mjs [HOME] [TECHNOLOGY]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [home = "EU", technology = "euv-lithography"] = process.argv.slice(2);
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const browserPath = process.env.LEVERMAP_CHROMIUM ?? "/usr/bin/chromium";
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
if (!existsSync(browserPath)) throw new Error(`no browser at ${browserPath}; set LEVERMAP_CHROMIUM`);

function levermap(...words) {
  return spawn(process.execPath, [path("bin/levermap.js"), ...words], { stdio: ["ignore", "pipe", "pipe"] });
}

/** The first address the server prints. */
async function addressOf(server) {
  const told = [];
  const lines = (stream) =>
    new Promise((resolve) => {
      createInterface({ input: stream }).on("line", (line) => {
        told.push(line);
        const address = /http:\/\/[^\s/]+/.exec(line);
        if (address) resolve(address[0]);
      });
    });
  const stopped = once(server, "exit").then(() => {
    throw new Error(`levermap serve stopped:\n${told.join("\n")}`);
  });
  return Promise.race([lines(server.stdout), lines(server.stderr), stopped]);
}

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

const workspace = await mkdtemp(join(tmpdir(), "levermap-pictures-"));
let server;
let browser;
try {
  const init = levermap("init", "--workspace", join(workspace, "data"));
  init.stderr.pipe(process.stderr);
  const [code] = await once(init, "exit");
  if (code !== 0) throw new Error(`levermap init ended with ${code}`);
  server = levermap("serve", "--workspace", join(workspace, "data"));
  const address = await addressOf(server);
  browser = await chromium.launch({
    executablePath: browserPath,
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
  server?.kill("SIGTERM");
  if (server && server.exitCode === null) await once(server, "exit");
  await rm(workspace, { recursive: true, force: true });
}
