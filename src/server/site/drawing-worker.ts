import { readRenderer } from "../../library/site-renderer.ts";
import { cardPng } from "../../paper/card-png.ts";
import { type ReportFormat, reportBytes } from "../../paper/report-bytes.ts";
import type { Report } from "../../site/report/report.ts";

/** A picture as PNG. */
export const drawCard = (svg: string): Promise<Uint8Array> => cardPng(svg);

/** A report as a file, by the renderer of the build. */
export async function drawReport({ report, format }: { readonly report: Report; readonly format: ReportFormat }): Promise<Uint8Array> {
  const renderer = await readRenderer();
  if (renderer === undefined) throw new Error("What draws reports is not built: run `npm run build`.");
  return reportBytes(report, { format, renderer });
}
