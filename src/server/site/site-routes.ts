import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { postableSources } from "../../library/update/list-files.ts";
import { cardSize, drawsCards } from "../../paper/card-png.ts";
import { forBrowser } from "../../site/browser/for-browser.ts";
import { editionOf } from "../../site/edition.ts";
import type { PageOf, SitePage, SiteRenderer, SiteShell } from "../../site/page.ts";
import { mapViews } from "../../site/pages/map-views.ts";
import { pages } from "../../site/pages.ts";
import { acceptedLanguage, askedLanguage, type Language, languages } from "../../site/words/language.ts";
import { hostName } from "../access.ts";
import { httpStatus, type Report, toldError } from "../errors.ts";
import { goneSignal } from "../gone-signal.ts";
import { embedPolicy } from "../headers.ts";
import { isAnswer } from "../is-answer.ts";
import { holds, type Role } from "../users.ts";
import { type DrawingProcess, openDrawingProcess } from "./drawing-process.ts";
import { drawingTurns, type InTurn } from "./drawing-turns.ts";
import { sendMap } from "./map-route.ts";
import { namedPage } from "./named-page.ts";
import { type Frozen, faultPage, goneFrozen, noCards, noPicture, noSuchPicture, nowherePage, workingPage } from "./no-answer-pages.ts";
import { reportPath, sendReport } from "./report-route.ts";
import { NotYet, siteAsk } from "./site-ask.ts";
import type { Sending } from "./site-asked.ts";
import { readSiteAssets, type SiteAssets } from "./site-assets.ts";

export interface SiteOptions {
  readonly webDir: string;
  /** Absent: only the map is shown. */
  readonly render: SiteRenderer | undefined;
  /** Pages beside those that are made of answers. */
  readonly more: readonly PageOf[];
  /** The day that answers are as of. */
  readonly day: () => string;
  readonly report: Report;
  /** Whether searches are kept for those whose role allows it. */
  readonly keepsSearches: boolean;
  /** Whether lists are loaded for those whose role allows it. */
  readonly takesLists: boolean;
}

/** What the map took in its query when it stood at the top of the site. */
const ofMap = ["home", "technology", "view", "stage", "kind", "economy", "organisation", "unfold", "colour", "plan"];

/** The route of addresses that lead nowhere. */
const anywhere = "/*";

/** Seconds until a page that is not ready yet is asked for again. */
const again = 2;

/** Pages made of answers, drawn here; none but the way to the map where nothing draws them. */
export function addSite(server: FastifyInstance, { render, ...options }: SiteOptions): void {
  const assets = readSiteAssets(options.webDir);
  if (assets === null || render === undefined) {
    server.get("/", { schema: { hide: true } }, (request, reply) => toMap(request, reply));
    server.get(mapViews.path, { schema: { hide: true } }, (_, reply) => reply.sendFile("index.html"));
    return;
  }
  const drawn = { ...options, render, assets, inTurn: drawingTurns(), drawing: openDrawingProcess() };
  server.addHook("onClose", () => drawn.drawing.close());
  for (const each of [...pages, ...options.more])
    server.get(each.path, { schema: { hide: true } }, (request, reply) => answerPage(request, reply, drawn, showPage(each)));
  server.get(mapViews.path, { schema: { hide: true } }, (request, reply) =>
    answerPage(request, reply, drawn, (asked) => (asked.wanted === null ? sendMap(asked, options) : showPage(mapViews)(asked))),
  );
  // Programs are told by JSON
  server.get(anywhere, { schema: { hide: true } }, (request, reply) =>
    isOfBrowser(request) ? answerPage(request, reply, drawn, async ({ send }) => send(404, nowherePage)) : reply.callNotFound(),
  );
  server.get(reportPath, { schema: { hide: true } }, (request, reply) => answerPage(request, reply, drawn, sendReport));
}

/** Whether a page is asked for, not an answer or a file. */
const isOfBrowser = (request: FastifyRequest): boolean => (request.headers.accept ?? "").includes("text/html") && !isAnswer(request);

interface Drawn extends SiteOptions {
  readonly render: SiteRenderer;
  readonly assets: SiteAssets;
  readonly inTurn: InTurn;
  readonly drawing: DrawingProcess;
}

const showPage =
  ({ page }: PageOf): Sending =>
  async ({ request, reply, shell, wanted, render, ask, inTurn, drawing, visitor, send }) => {
    const params = request.params as Readonly<Record<string, string>>;
    const shown = await namedPage(await page({ params, query: shell.query }, ask), request.serving, ask);
    if (wanted === null) return inTurn(visitor, () => send(200, shown));
    const { picture } = shown;
    if (picture === undefined) return send(404, noPicture);
    if (wanted === "embed") {
      const embed = await inTurn(visitor, () => render.renderEmbed(shown, shell));
      return reply
        .headers({ "cache-control": "no-store", "content-security-policy": embedPolicy })
        .type("text/html; charset=utf-8")
        .serializer(String)
        .send(embed);
    }
    const drawn = (part?: number): Promise<string> => inTurn(visitor, () => render.renderPicture(picture, shown.title, shell, part));
    if (wanted === "png") {
      if (!drawsCards) return send(404, noCards);
      const card = await drawn(cardSize.height / cardSize.width);
      const image = await drawing.card(card, visitor);
      return reply.headers({ "cache-control": "no-store" }).type("image/png").send(image);
    }
    const file = await drawn();
    return reply.type("image/svg+xml; charset=utf-8").serializer(String).send(file);
  };

async function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { render, inTurn, drawing, day, report, assets, keepsSearches, takesLists }: Drawn,
  sending: Sending,
): Promise<FastifyReply> {
  const isNowhere = request.routeOptions.url === anywhere;
  // No link is made of an address that leads nowhere
  const { frozen, wanted, isPresenter, query, asked } = frozenOf(isNowhere ? {} : plainQuery(request.query));
  const language = asked ?? acceptedLanguage(request.headers["accept-language"]);
  reply.headers({ "content-language": languages[language].tag, vary: "accept-language" });
  const edition = editionOf(request.serving.generation);
  const address = request.url.split("?", 1)[0]!.slice(1);
  const path = isNowhere ? "search" : address;
  const root = "../".repeat(address.split("/").length - 1);
  const may = (role: Role): boolean => request.user !== null && holds(request.user.role, role);
  const told = { language, ...(asked === null ? {} : { asked }) };
  const shell: SiteShell = {
    ...assets,
    ...told,
    root,
    address: addressOf(request),
    isPresenter,
    path,
    query,
    day: day(),
    edition,
    drawsCards,
    mayKeep: keepsSearches && may("analyst"),
    ...(takesLists && may("officer") ? { mayLoad: postableSources } : {}),
  };
  const send = (status: number, shown: SitePage): FastifyReply =>
    reply
      .code(status)
      .headers({ "cache-control": "no-store" })
      .type("text/html; charset=utf-8")
      .serializer(String)
      .send(render.renderPage(forBrowser(shown), shell));
  if (wanted === "unknown") return send(400, noSuchPicture);
  const past = goneFrozen(frozen, shell);
  if (past !== null) return send(410, past);
  if (path === "" && ofMap.some((name) => query[name] !== undefined)) return toMap(request, reply);
  const visitor = { client: request.client, signal: goneSignal(reply).signal };
  const ask = siteAsk(request, inTurn, visitor);
  try {
    return await sending({ request, reply, shell, wanted, render, ask, inTurn, drawing, visitor, send });
  } catch (thrown) {
    if (thrown instanceof NotYet) {
      if (wanted === "svg" || wanted === "png") {
        reply.header("retry-after", again);
        return send(503, workingPage);
      }
      reply.header("refresh", again);
      return send(200, workingPage);
    }
    const error = toldError(thrown, request.url, report);
    return send(httpStatus(error.code), faultPage(error));
  }
}

/** The address of the map, as it was and as it is. */
function toMap({ url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [, query] = url.split("?", 2);
  return reply.redirect(query === undefined ? "map" : `map?${query}`, 308);
}

/** The words of a query, each once: the first, as a browser reads its address. Two days or editions are none that is served, and not the same as none. */
const plainQuery = (given: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(given as Readonly<Record<string, string | readonly string[]>>).map(([name, value]) => {
      const all = [value].flat();
      return [name, (name === "as-of" || name === "edition" ? all.join(" and ") : all[0]) ?? ""];
    }),
  );

interface Form {
  readonly frozen: Frozen;
  /** The picture alone, as a file or for a frame of others. */
  readonly wanted: "svg" | "png" | "embed" | "unknown" | null;
  readonly isPresenter: boolean;
  /** `null`: none, or none that there is. */
  readonly asked: Language | null;
  readonly query: Readonly<Record<string, string>>;
}

/** What a query says of the page itself, apart from what it shows: day and edition, size, language, and whether the picture alone is wanted. */
function frozenOf(given: Readonly<Record<string, string>>): Form {
  const { "as-of": asOf = null, edition = null, picture, embed, size, lang, ...query } = given;
  const isFile = picture === "svg" || picture === "png";
  const wanted = isFile ? picture : picture !== undefined ? "unknown" : embed === "1" ? "embed" : null;
  return { frozen: { asOf, edition }, wanted, isPresenter: size === "presenter", asked: askedLanguage(lang), query };
}

/** The top of the site as who asks reaches it. Proxies hand on what a client says of its own name: one that is not known is none. */
function addressOf({ protocol, host, headers, originalUrl, url, server }: FastifyRequest): string {
  const base = originalUrl.endsWith(url) ? originalUrl.slice(0, originalUrl.length - url.length) : "";
  const isNamed = server.access.names.has(hostName(host) ?? "");
  return `${protocol === "https" ? "https" : "http"}://${isNamed ? host : headers.host}${base}/`;
}
