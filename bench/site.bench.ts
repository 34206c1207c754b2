import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { createInterface } from "node:readline";
import { type Browser, chromium, type Page } from "playwright-core";
import { browserPath } from "../scripts/browser.mjs";
import { option, over, temporary, textOption } from "./support.ts";

/** Limits of a page at a fourth of the processor, cold: milliseconds, a score without unit, and compressed kB. */
const limits = { paint: 1500, shift: 0.05, interaction: 100, first: 200, any: 400 } as const;
const slowdown = 4;

const routes = [
  "",
  "search?q=photoresist",
  "economy/DE",
  "technology/photoresist?home=KR",
  "organisation/tokyo-electron",
  "scenarios",
  "scenario/taiwan-outage",
  "plans",
  "patents",
  "holder/nvidia",
  "controls",
  "controls?from=2022-01-01&to=2025-01-31",
  "screen",
  "data",
  "method",
  "api",
  "map",
];

interface Measures {
  readonly paint: number;
  readonly shift: number;
  readonly interaction: number;
  readonly bytes: number;
}

/** Watches the greatest paint, shifts of the layout and how long an event takes to be shown, from before the page begins. */
const watch = `
  window.seen = { paint: 0, shift: 0, interaction: 0 };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.paint = entry.startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (entry.interactionId) seen.interaction = Math.max(seen.interaction, entry.duration); }).observe({ type: "event", durationThreshold: 16, buffered: true });
`;

async function serve(workspace: string): Promise<{ readonly address: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, ["bin/levermap.js", "serve", "--no-open", "--port", "0", "-w", workspace], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address !== undefined) return { address, child };
  }
  throw new Error("levermap serve ended");
}

/** Asks until the answer behind a page is there, so that the page is measured and not the model. */
async function ready(address: string): Promise<void> {
  for (let asked = 0; asked < 200; asked++) {
    const response = await fetch(address);
    if (response.headers.get("refresh") === null) {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  throw new Error(`${address} is not answered`);
}

async function visit(browser: Browser, address: string): Promise<Measures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page: Page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  let bytes = 0;
  protocol.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await protocol.send("Network.enable");
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: "networkidle" });
  const seen = async (): Promise<Omit<Measures, "bytes">> => (await page.evaluate("seen")) as Omit<Measures, "bytes">;
  // The map is drawn after its last request, and the greatest paint is final with the first key
  for (let tries = 0; tries < 100 && (await seen()).paint === 0; tries++) await page.waitForTimeout(100);
  const { paint } = await seen();
  await page.keyboard.press("Tab");
  await page.keyboard.press("/");
  await page.waitForTimeout(500);
  const { shift, interaction } = await seen();
  await context.close();
  return { paint, shift, interaction, bytes };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const told = (what: string, value: number, limit: number, digits: number): string =>
  `${what} ${value.toFixed(digits)} (${(value / limit).toFixed(2)} of ${limit}${over(value, limit)})`;

const times = option("times", 5);
/** `--route /controls`: that alone. */
const chosen = textOption("route");
const given = textOption("workspace");
const workspace = given ?? temporary("site");
const load = (): string =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(" ");
if (given === undefined) {
  const [code] = await once(spawn(process.execPath, ["bin/levermap.js", "init", "-w", workspace], { stdio: "ignore" }), "exit");
  if (code !== 0) throw new Error(`levermap init ended with ${code}`);
}
const { address, child } = await serve(workspace);
const browser = await chromium.launch({
  executablePath: browserPath() ?? "",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
try {
  console.log(`Pages at ${slowdown}x slowdown, cold, median of ${times}; load average ${load()}`);
  for (const [at, route] of routes.entries()) {
    if (chosen !== undefined && `/${route}` !== chosen) continue;
    await ready(`${address}/${route}`);
    const all: Measures[] = [];
    for (let time = 0; time < times; time++) all.push(await visit(browser, `${address}/${route}`));
    const of = (measure: keyof Measures): number => median(all.map((each) => each[measure]));
    const parts = [
      told("LCP ms", of("paint"), limits.paint, 0),
      told("CLS", of("shift"), limits.shift, 3),
      told("interaction ms", of("interaction"), limits.interaction, 0),
      told("kB", of("bytes") / 1000, at === 0 ? limits.first : limits.any, 0),
    ];
    console.log(`  /${route}: ${parts.join(", ")}`);
  }
  console.log(`Load average at the end ${load()}`);
} finally {
  await browser.close();
  child.kill("SIGTERM");
  await once(child, "exit");
  if (given === undefined) await rm(workspace, { recursive: true, force: true });
}
