import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyReply } from "fastify";
import { LevermapError } from "../../base/errors.ts";
import { forBrowser } from "../../site/browser/for-browser.ts";
import type { SitePage, Start } from "../../site/page.ts";
import { mapViews } from "../../site/pages/map-views.ts";
import { inDocument } from "../../words/in-document.ts";
import { workingPage } from "./no-answer-pages.ts";
import type { SiteAsked } from "./site-ask.ts";
import { NotYet } from "./site-ask.ts";

/**
 * The one page that is drawn in the browser: its document, with its first screen in it, so that a reader sees what is found before the browser has drawn anything. Throws
 * the errors of the questions.
 */
export async function sendMap(asked: SiteAsked, webDir: string): Promise<FastifyReply> {
  const { reply, shell, render, notes } = asked;
  const page = await firstScreen(asked);
  const html = inDocument(await readFile(join(webDir, "index.html"), "utf8"), shell.language ?? "en");
  return reply
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .serializer(String)
    .send(
      page === null ? html : withStart(html, render.renderStart(forBrowser({ ...page, notes: [...notes, ...(page.notes ?? [])] }), shell)),
    );
}

/** `null`: the browser asks for a token first. Throws what there is nothing to draw of. */
async function firstScreen({ shell: { query }, ask }: SiteAsked): Promise<SitePage | null> {
  try {
    return await mapViews.page({ params: {}, query }, ask);
  } catch (thrown) {
    if (thrown instanceof NotYet) return workingPage;
    if (thrown instanceof LevermapError && thrown.code === "LM_SERVER_TOKEN_WRONG") return null;
    throw thrown;
  }
}

const withStart = (html: string, { head, body }: Start): string =>
  html
    .replace(/<meta name="description"[^>]*>/, "")
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('<div id="page">', () => `${body}<div id="page">`);
