import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyReply } from "fastify";
import { forBrowser } from "../../site/browser/for-browser.ts";
import type { SitePage, Start } from "../../site/page.ts";
import { mapViews } from "../../site/pages/map-views.ts";
import { inDocument } from "../../site/words/in-document.ts";
import { httpStatus, type Report, toldError } from "../errors.ts";
import { faultPage, workingPage } from "./no-answer-pages.ts";
import { NotYet } from "./site-ask.ts";
import type { SiteAsked } from "./site-asked.ts";

interface MapOptions {
  readonly webDir: string;
  readonly report: Report;
}

/**
 * The one page that is drawn in the browser: its document, with its first screen in it, so that a reader sees what is found, or why nothing is, before the
 * browser has drawn anything.
 */
export async function sendMap(asked: SiteAsked, { webDir, report }: MapOptions): Promise<FastifyReply> {
  const { reply, shell, render, notes } = asked;
  const { status, page } = await firstScreen(asked, report);
  const html = inDocument(await readFile(join(webDir, "index.html"), "utf8"), shell.language ?? "en");
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .serializer(String)
    .send(
      page === null ? html : withStart(html, render.renderStart(forBrowser({ ...page, notes: [...notes, ...(page.notes ?? [])] }), shell)),
    );
}

/** `null`: the browser asks for a token first. */
async function firstScreen(
  { request, shell: { query }, ask }: SiteAsked,
  report: Report,
): Promise<{ status: number; page: SitePage | null }> {
  try {
    return { status: 200, page: await mapViews.page({ params: {}, query }, ask) };
  } catch (thrown) {
    if (thrown instanceof NotYet) return { status: 200, page: workingPage };
    const error = toldError(thrown, request.url, report);
    if (error.code === "LM_SERVER_TOKEN_WRONG") return { status: 200, page: null };
    return { status: httpStatus(error.code), page: faultPage(error) };
  }
}

const withStart = (html: string, { head, body }: Start): string =>
  html
    .replace(/<meta name="description"[^>]*>/, "")
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('<div id="page">', () => `${body}<div id="page">`);
