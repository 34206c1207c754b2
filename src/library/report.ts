import { extname, resolve } from "node:path";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { readFace } from "../paper/faces.ts";
import { isReportFormat, type ReportFormat, reportBytes } from "../paper/report-bytes.ts";
import { editionOf } from "../site/edition.ts";
import type { SiteAsk } from "../site/page.ts";
import { makeReport } from "../site/report/make-report.ts";
import type { ReportRenderer } from "../site/report/report.ts";
import { requireFree, writeWholeFile } from "../workspace/whole-file.ts";
import { open } from "./open.ts";
import { readRenderer } from "./site-renderer.ts";

export interface ReportOptions {
  /** An economy by code or name. */
  readonly home: string;
  /** The file to make. */
  readonly out: string;
  /** Default: by the ending of `out`. */
  readonly format?: ReportFormat | undefined;
  /** A font for PDF that all letters come from; default: those of the system. */
  readonly font?: string | undefined;
  /** Replaces an existing file. */
  readonly force?: boolean | undefined;
  /** Day of the map, `YYYY-MM-DD`; default today. */
  readonly asOf?: string | undefined;
  readonly effects?: Effects | undefined;
  /** What draws it; default that of the build. */
  readonly renderer?: ReportRenderer | undefined;
}

export interface WrittenReport {
  readonly path: string;
  readonly home: string;
  readonly format: ReportFormat;
  readonly bytes: number;
  readonly day: string;
  readonly edition: string | null;
  readonly chapters: readonly string[];
}

/**
 * Writes all that is told of one home as a document, made of the answers that pages and commands show: the same bytes for the same data, day, build
 * and fonts. The file appears whole or not at all. Throws LM_ECONOMY_UNKNOWN, LM_USAGE for an ending that tells no format, LM_EXPORT_EXISTS,
 * LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE and the errors of `open`.
 *
 * @example
 * await report("./levermap-data", { home: "CN", out: "china.pdf" });
 */
export async function report(dir: string, options: ReportOptions): Promise<WrittenReport> {
  const { home, out, font, force = false, asOf, effects = quietEffects } = options;
  const format = options.format ?? formatOf(out);
  await requireFree(resolve(out), force);
  if (font !== undefined) readFace("text", font);
  const renderer = options.renderer ?? (await readRenderer());
  if (renderer === undefined) throw new LevermapError("LM_INTERNAL", "What draws reports is not built: run `npm run build`.");
  const map = await open(dir, { asOf, effects });
  try {
    const edition = editionOf(map.generation);
    const ask: SiteAsk = (name, input) => {
      effects.signal.throwIfAborted();
      return (map[name] as (asked: unknown) => Promise<never>)(input ?? {});
    };
    const step = effects.progress.report.bind(effects.progress);
    const made = await makeReport({ home, day: map.asOf, edition }, ask, step);
    const bytes = await reportBytes(made, { format, font, renderer });
    const path = await writeWholeFile(out, bytes, { force, signal: effects.signal });
    return {
      path,
      home: made.home,
      format,
      bytes: bytes.length,
      day: made.day,
      edition,
      chapters: made.chapters.map(({ title }) => title),
    };
  } finally {
    map.close();
  }
}

/** The format that the ending of a file tells. Throws LM_USAGE. */
function formatOf(path: string): ReportFormat {
  const ending = extname(path).slice(1).toLowerCase();
  if (isReportFormat(ending)) return ending;
  throw new LevermapError("LM_USAGE", `The file ends in .html or .pdf, or --format says which it is; "${path}" does neither.`, { path });
}
