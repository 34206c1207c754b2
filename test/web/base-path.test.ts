import { createServer as createProxy, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { browserFlags, browserPath, buildPage, hasBrowser, removeFolder, siteRenderer } from "./open-page.ts";

const base = "/maps/levermap";

/** A proxy that knows nothing but what is below the path, which it hands on or takes away. */
async function proxyTo(
  address: string,
  keepsPath: boolean,
): Promise<{ readonly address: string; readonly others: string[]; close(): void }> {
  const others: string[] = [];
  const proxy = createProxy((asked, answer) => {
    const url = asked.url!;
    if (!url.startsWith(base)) {
      others.push(url);
      answer.writeHead(404).end();
      return;
    }
    const path = keepsPath ? url : url.slice(base.length) || "/";
    const { port, hostname } = new URL(address);
    asked.pipe(
      request({ port, hostname, path, method: asked.method, headers: asked.headers }, (given) => {
        answer.writeHead(given.statusCode!, given.headers);
        given.pipe(answer);
      }),
    );
  });
  await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, others, close: () => void proxy.close() };
}

describe.skipIf(!hasBrowser)("the page behind a proxy with a path of its own", () => {
  let [folder, browser]: [string, Browser | null] = ["", null];
  const servers: FastifyInstance[] = [];
  beforeAll(async () => {
    folder = await buildPage();
    browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.close()));
    if (folder) await removeFolder(folder);
  });

  it.each([
    ["hands it on", true, base],
    ["takes it away", false, ""],
  ])("that %s: asks for nothing outside of it, and its links stay within", async (_, keepsPath, basePath) => {
    const server = await createServer({
      ask: fixtureAsk(),
      webDir: folder,
      render: await siteRenderer(),
      basePath,
      rate: { burst: 1000, perSecond: 1000 },
    });
    servers.push(server);
    const proxy = await proxyTo(await listen(server, { port: 0 }), keepsPath);
    const page = await browser!.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (fault) => faults.push(String(fault)));
    page.on("requestfailed", (failed) => faults.push(failed.url()));
    await page.goto(`${proxy.address}${base}${keepsPath ? "" : "/"}?home=AA`);
    await page.locator(".finding", { hasText: "from AA" }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`${base}/map`);
    const links = await Promise.all((await page.locator("a[href]").all()).map((link) => link.getAttribute("href")));
    const within = links.map((href) => new URL(href!, page.url())).filter(({ origin }) => origin === proxy.address);
    expect(within.length).toBeGreaterThan(0);
    for (const { pathname } of within) expect(pathname).toMatch(new RegExp(`^${base}/(?:|[a-z]+(?:/[\\w-]+)?)$`));
    await page.locator('[data-node="technology-13"]').click();
    await page.locator("h1", { hasText: "Technology 13" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`${base}/technology/technology-13`);
    expect([faults, proxy.others]).toEqual([[], []]);
    await page.close();
    proxy.close();
  });
});
