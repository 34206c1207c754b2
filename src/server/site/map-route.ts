import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyReply } from "fastify";
import { LevermapError } from "../../base/errors.ts";
import type { Start } from "../../site/page.ts";
import { mapPage } from "../../site/pages/map.ts";
import { inDocument } from "../../site/words/in-document.ts";
import { NotYet } from "./site-ask.ts";
import type { SiteAsked } from "./site-asked.ts";

export const { path: mapPath } = mapPage;

/**
 * The one page that is drawn in the browser: its document, with the first screen of the map in it, so that a reader sees what is found before the browser
 * has drawn anything. Without it where the answer is longer in coming than a page waits, and where there is none: the browser asks anew and tells why.
 */
export async function sendMap(asked: SiteAsked, webDir: string): Promise<FastifyReply> {
  const { reply, shell } = asked;
  const start = showsMap(shell.query) ? await startOf(asked) : null;
  const html = inDocument(await readFile(join(webDir, "index.html"), "utf8"), shell.language ?? "en");
  return reply
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .serializer(String)
    .send(start === null ? html : withStart(html, start));
}

const showsMap = ({ view = "map" }: Readonly<Record<string, string>>): boolean => view === "map" || view === "list";

async function startOf({ shell, ask, render }: SiteAsked): Promise<Start | null> {
  try {
    return render.renderStart(await mapPage.page({ params: {}, query: shell.query }, ask), shell);
  } catch (thrown) {
    if (thrown instanceof NotYet || thrown instanceof LevermapError) return null;
    throw thrown;
  }
}

const withStart = (html: string, { head, body }: Start): string =>
  html
    .replace(/<meta name="description"[^>]*>/, "")
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('<div id="page">', () => `${body}<div id="page">`);
