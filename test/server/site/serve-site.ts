import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createServer, type ServerOptions } from "../../../src/server/create-server.ts";
import type { SiteRenderer } from "../../../src/site/page.ts";
import type { ReportRenderer } from "../../../src/site/report/report.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const renderer: string = "../../../web/src/site/render.tsx";
export const render = (await import(renderer)) as SiteRenderer & ReportRenderer;

export const host = "127.0.0.1";

/** A server of the site on the fixture, with a document of the map as the build makes one. */
export async function serveSite(options: Partial<ServerOptions> = {}) {
  const rate = { burst: 1e4, perSecond: 1e4 };
  return createServer({ ask: fixtureAsk(), webDir: await built(), render, day: () => "2026-11-29", rate, ...options });
}

async function built(): Promise<string> {
  const webDir = join(temporaryFolder(), "web");
  await mkdir(webDir, { recursive: true });
  await writeFile(
    join(webDir, "index.html"),
    '<!doctype html><html lang="en"><head><title>Map of chipmaking – Levermap</title><meta name="description" content="of all" /></head><body><div id="page"></div></body></html>',
  );
  const site = { file: "assets/site-a.js", css: ["assets/site-a.css"] };
  await writeFile(join(webDir, "manifest.json"), JSON.stringify({ "src/site/site.ts": site }));
  return webDir;
}
