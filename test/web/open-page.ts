import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll } from "vitest";
import { browserPath as installed } from "../../scripts/browser.mjs";
import type { Ask } from "../../src/ask/ask.ts";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import type { SiteRenderer } from "../../src/site/page.ts";
import type { ReportRenderer } from "../../src/site/report/report.ts";
import { madeOnce } from "../made-once.ts";

/** Where the browser is; tests of pages are left out where there is none. */
export const browserPath = installed() ?? "";
export const hasBrowser = existsSync(browserPath);
if (!hasBrowser) console.warn("skipped: no browser; apt-get install chromium-headless-shell, or set LEVERMAP_CHROMIUM");

export const browserFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Milliseconds that a page may take for anything: only against what never comes. */
const patience = 60_000;

/** What the browser says of a request that was under way when the reader left or reloaded the page: no fault of the page. */
const leftBehind = "net::ERR_ABORTED";

/** A page and all that went wrong on it: console errors, faults, refusals of the content policy, requests that failed. */
export interface Watched {
  readonly page: Page;
  readonly faults: string[];
}

export interface Site {
  readonly address: string;
  readonly browser: Browser;
  open(query: string, options?: BrowserContextOptions): Promise<Watched>;
  /** Stops the server; pages stay open. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A copy of the page, which is built once for a whole run of tests, in a folder that the one who asks removes. */
export async function buildPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "levermap-page-"));
  await cp(await madeOnce("page", buildTo), folder, { recursive: true });
  return folder;
}

async function buildTo(outDir: string): Promise<void> {
  const configFile = fileURLToPath(new URL("../../web/vite.config.ts", import.meta.url));
  const mode = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await build({ configFile, mode: "production", logLevel: "error", build: { outDir, emptyOutDir: true } });
  } finally {
    process.env.NODE_ENV = mode;
  }
}

interface SiteOptions extends Pick<ServerOptions, "token" | "users" | "keeping" | "jobs" | "render" | "asOf" | "desk"> {
  /** One that is open, and stays so; default: one of its own. */
  readonly browser?: Browser;
}

/** The built page behind the real server, opened in a real browser. */
export async function openSite(webDir: string, ask: Ask, { browser: shared, ...options }: SiteOptions = {}): Promise<Site> {
  const report = (thrown: unknown, url: string): void => console.error(url, thrown);
  const server = await createServer({ ask, webDir, ...options, report, rate: { burst: 1000, perSecond: 1000 } });
  const address = await listen(server, { port: 0 });
  const browser = shared ?? (await chromium.launch({ executablePath: browserPath, args: browserFlags }));
  const open: Site["open"] = async (query, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (fault) => faults.push(String(fault)));
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText;
      if (why !== leftBehind) faults.push(`${request.url()} ${why}`);
    });
    await page.goto(`${address}/${query}`);
    return { page, faults };
  };
  const stop = async (): Promise<void> => server.close();
  const close = async (): Promise<void> => {
    if (shared === undefined) await browser.close();
    await stop();
  };
  return { address, browser, open, stop, close };
}

/** Under a name that is no literal, as only the page is compiled for a browser. */
const renderer: string = "../../web/src/site/render.tsx";

/** What draws the pages of the site. */
export const siteRenderer = (): Promise<SiteRenderer & ReportRenderer> => import(renderer);

/** The page of some answers, served while the tests of a group run; pages are closed after each test. */
export function servedSite(ask: Ask): { readonly open: Site["open"]; readonly address: () => string } {
  let folder: string;
  let site: Site;
  beforeAll(async () => {
    folder = await buildPage();
    site = await openSite(folder, ask, { render: await siteRenderer() });
  });
  afterEach(async () => {
    for (const context of site.browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await site?.close();
    if (folder) await removeFolder(folder);
  });
  return { open: (query, options) => site.open(query, options), address: () => site.address };
}

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
