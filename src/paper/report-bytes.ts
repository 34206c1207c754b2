import { clean } from "../base/clean.ts";
import type { Report, ReportRenderer } from "../site/report/report.ts";

export const reportFormats = ["html", "pdf"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const isReportFormat = (text: string): text is ReportFormat => reportFormats.some((format) => format === text);

export interface BytesOptions {
  readonly format: ReportFormat;
  readonly font?: string | undefined;
  readonly renderer: ReportRenderer;
}

/** A report as a file: the same bytes for the same report, format and fonts. Throws LM_FILE_NOT_FOUND and LM_FILE_UNREADABLE of the font. */
export async function reportBytes(given: Report, { format, font, renderer }: BytesOptions): Promise<Buffer> {
  // Pictures are XML, which has no place for control characters
  const report = clean(given);
  if (format === "html") return Buffer.from(renderer.renderReport(report));
  const { pdfReport } = await import("./pdf-report.ts");
  return pdfReport(report, { font, picture: (picture, chapter) => renderer.renderReportPicture(picture, chapter, report) });
}
