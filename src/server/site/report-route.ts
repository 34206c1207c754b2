import type { FastifyReply, FastifyRequest } from "fastify";
import { LevermapError } from "../../base/errors.ts";
import { isReportFormat, type ReportFormat, reportBytes } from "../../paper/report-bytes.ts";
import type { SitePage, SiteRenderer, SiteShell } from "../../site/page.ts";
import { makeReport } from "../../site/report/make-report.ts";
import type { ReportRenderer } from "../../site/report/report.ts";
import type { InTurn } from "./drawing-turns.ts";
import { siteAsk } from "./site-ask.ts";

/** `/economy/CN/report?format=pdf` */
export const reportPath = "/economy/:economy/report";

/** A request for something of the site. */
export interface SiteAsked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly shell: SiteShell;
  /** `svg`, `png`: the picture alone, or as a card. */
  readonly wanted: string | null;
  readonly render: SiteRenderer & ReportRenderer;
  readonly inTurn: InTurn;
  readonly send: (status: number, shown: SitePage) => FastifyReply;
}

const types: Readonly<Record<ReportFormat, string>> = { html: "text/html; charset=utf-8", pdf: "application/pdf" };

/** The report of one home as a file to keep: the same bytes as `levermap report` on the same data, day, build and fonts. */
export async function sendReport({ request, reply, shell, render, inTurn }: SiteAsked): Promise<FastifyReply> {
  const { economy: home = "" } = request.params as { readonly economy?: string };
  const { format = "html" } = shell.query;
  if (!isReportFormat(format)) throw new LevermapError("LM_SERVER_QUESTION", "A report is asked for with format=html or format=pdf.");
  const report = await makeReport({ home, ...shell }, siteAsk(request));
  const bytes = await inTurn(request.client, () => reportBytes(report, { format, renderer: render }));
  const name = `levermap-${report.home}-${report.day}.${format}`;
  // To be kept, not shown: the policy of the server lets no style stand within a page
  return reply
    .headers({ "cache-control": "no-store", "content-disposition": `attachment; filename="${name}"` })
    .type(types[format])
    .send(bytes);
}
