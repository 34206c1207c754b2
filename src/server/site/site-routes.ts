import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { cardSize, drawsCards } from "../../paper/card-png.ts";
import { forBrowser } from "../../site/browser/for-browser.ts";
import { onward } from "../../site/onward.ts";
import type { PageOf, SitePage, SiteRenderer } from "../../site/page.ts";
import { pages } from "../../site/pages.ts";
import { languages } from "../../words/language.ts";
import { httpStatus, type Report, toldError, wantsPage } from "../errors.ts";
import { embedPolicy } from "../headers.ts";
import { onPastDay } from "../serving.ts";
import { goneSignal } from "../work/work-reply.ts";
import { betterAddress, formerView } from "./better-address.ts";
import { type DrawingProcess, drawingTurns, type InTurn, openDrawingProcess } from "./drawing-process.ts";
import { namedPage } from "./named-page.ts";
import { faultPage, goneFrozen, noCards, noPicture, noSuchPicture, nowherePage, workingPage } from "./no-answer-pages.ts";
import { formOf, noForm, onDay, plainQuery, readSiteAssets, type SiteAssets, shellOf, withDay } from "./page-shell.ts";
import { reportPath, sendReport } from "./report-route.ts";
import type { Sending, SiteAsked } from "./site-ask.ts";
import { NotYet, siteAsk, siteKept } from "./site-ask.ts";

export interface SiteOptions {
  readonly webDir: string;
  /** Absent: no page is shown. */
  readonly render: SiteRenderer | undefined;
  /** Pages beside those that are made of answers. */
  readonly more: readonly PageOf[];
  /** The day that answers are as of. */
  readonly day: () => string;
  /** Whether that is the only day that is served. */
  readonly isFixed: boolean;
  readonly report: Report;
  /** Whether searches are kept for those whose role allows it. */
  readonly keepsSearches: boolean;
  /** Whether lists are loaded for those whose role allows it. */
  readonly takesLists: boolean;
}

/** What the map took in its query when it stood at the top of the site. */
const ofMap = ["home", "technology", "patent", "view", "stage", "kind", "economy", "organisation", "unfold", "colour", "plan"];

/** The route of addresses that lead nowhere. */
const anywhere = "/*";

/** First parts of the paths of pages. */
const kinds: ReadonlySet<string> = new Set(pages.map(({ path }) => path.split("/")[1]!).filter((kind) => kind !== ""));

/** Seconds until a page that is not ready yet is asked for again. */
const again = 2;

/** Pages made of answers, drawn here; none where nothing draws them. */
export function addSite(server: FastifyInstance, { render, ...options }: SiteOptions): void {
  const assets = readSiteAssets(options.webDir);
  if (assets === null || render === undefined) return;
  const drawn = { ...options, render, assets, inTurn: drawingTurns(), drawing: openDrawingProcess() };
  server.addHook("onClose", () => drawn.drawing.close());
  server.sendFaultPage = (reply, error, status) =>
    sendPage(reply, status, faultPage(error), { render, shell: shellOf(reply.request, drawn, noForm, true) });
  for (const each of [...pages, ...options.more])
    server.get(each.path, { schema: { hide: true } }, (request, reply) =>
      answerPage(request, reply, drawn, showPage(each), each.words ?? []),
    );
  // Programs are told by JSON
  server.get(anywhere, { schema: { hide: true } }, (request, reply) =>
    wantsPage(request) ? answerPage(request, reply, drawn, async ({ send }) => send(404, nowherePage)) : reply.callNotFound(),
  );
  server.get(reportPath, { schema: { hide: true } }, (request, reply) => answerPage(request, reply, drawn, sendReport, ["format"]));
}

interface Drawn extends SiteOptions {
  readonly render: SiteRenderer;
  readonly assets: SiteAssets;
  readonly inTurn: InTurn;
  readonly drawing: DrawingProcess;
}

const showPage =
  ({ page }: PageOf): Sending =>
  async ({ request, reply, shell, wanted, render, ask, kept, inTurn, drawing, visitor, send }) => {
    const params = plainQuery(request.params);
    const shown = await namedPage(await page({ params, query: shell.query }, ask, kept), request.serving, ask);
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
    const drawn = (part?: number): Promise<string> => inTurn(visitor, () => render.renderPicture(picture, shown, shell, part));
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
  drawn: Drawn,
  sending: Sending,
  words: readonly string[] | null = null,
): Promise<FastifyReply> {
  const { render, inTurn, drawing, report } = drawn;
  const isNowhere = request.routeOptions.url === anywhere;
  // No link is made of an address that leads nowhere
  const form = isNowhere ? noForm : formOf(request.query, words);
  const { frozen, wanted } = form;
  const now = shellOf(request, drawn, form, isNowhere);
  const gone = goneFrozen(frozen, now, drawn.isFixed);
  const shell = gone === null ? onDay(now, frozen.asOf) : now;
  const { path, past } = shell;
  const send = (status: number, shown: SitePage): FastifyReply =>
    sendPage(reply, status, withDay({ ...shown, notes: [...form.notes, ...(shown.notes ?? [])] }, shell), { render, shell });
  const [address = "", search] = request.url.slice(1).split("?", 2);
  const better = betterAddress(address, kinds);
  if (better !== null)
    return reply.redirect(`${shell.root}${better}${search === undefined || better.includes("?") ? "" : `?${search}`}`, 308);
  const former = formerView(path, plainQuery(request.query));
  if (former !== null) return reply.redirect(shell.root + onward(former, shell), 308);
  if (wanted === "unknown") return send(400, noSuchPicture);
  if (gone !== null) return send(gone.status, gone.page);
  if (past !== undefined) request.serving = onPastDay(request.serving, shell.day);
  if (path === "" && ofMap.some((name) => Object.hasOwn(request.query as object, name))) return toMap(request, reply);
  const visitor = { client: request.client, signal: goneSignal(reply).signal };
  const [ask, kept] = [siteAsk(request, inTurn, visitor), siteKept(request, inTurn, visitor)];
  try {
    return await sending({ request, reply, shell, wanted, notes: form.notes, render, ask, kept, inTurn, drawing, visitor, send });
  } catch (thrown) {
    if (thrown instanceof NotYet) {
      if (wanted === "svg" || wanted === "png") {
        reply.header("retry-after", again);
        return send(503, workingPage);
      }
      reply.header("refresh", again);
      return send(202, workingPage);
    }
    const error = toldError(thrown, request.url, report);
    return send(httpStatus(error.code), faultPage(error));
  }
}

function sendPage(
  reply: FastifyReply,
  status: number,
  page: SitePage,
  { render, shell }: Pick<SiteAsked, "render" | "shell">,
): FastifyReply {
  return reply
    .code(status)
    .headers({ "cache-control": "no-store", "content-language": languages[shell.language ?? "en"].tag, vary: "accept, accept-language" })
    .type("text/html; charset=utf-8")
    .serializer(String)
    .send(render.renderPage(forBrowser(page), shell));
}

/** The address of the map, as it was and as it is. */
function toMap({ url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [, query] = url.split("?", 2);
  return reply.redirect(query === undefined ? "map" : `map?${query}`, 308);
}
