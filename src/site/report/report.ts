import type { Evidence } from "../../answers/shared/evidence.ts";
import type { Answer } from "../../ask/ask.ts";
import type { Block } from "../../report/view.ts";
import type { MapFigure, Picture } from "../picture.ts";

/** One part of a report: what a page of the site or an answer shows, shortened to what fits on paper. */
export interface Chapter {
  /** `weak-links`. */
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly picture?: Picture | MapFigure | undefined;
  readonly blocks: readonly Block[];
  /** The page that shows it all, from the top of the site; `null`: none does. */
  readonly path: string | null;
  /** What asks for it, without `levermap`. */
  readonly command: string | null;
  /** Begins a page of its own. */
  readonly apart: boolean;
}

/** All that is told of one home, as a document: plain data. */
export interface Report {
  readonly home: string;
  readonly name: string;
  readonly title: string;
  /** The day that it is as of, and the generation and build that its numbers are of. */
  readonly day: string;
  readonly edition: string | null;
  readonly chapters: readonly Chapter[];
}

/** What a chapter is made from. */
export interface ReportOf {
  readonly home: string;
  readonly name: string;
  readonly profile: Answer<"economy">;
}

/** Chapters, and what they rest on. */
export interface Told {
  readonly chapters: readonly Chapter[];
  readonly evidence: readonly Evidence[];
}

/** Draws reports, and their pictures by themselves as SVG. */
export interface ReportRenderer {
  readonly renderReport: (report: Report) => string;
  readonly renderReportPicture: (
    picture: Picture | MapFigure,
    chapter: Pick<Chapter, "path">,
    report: Pick<Report, "day" | "edition">,
  ) => string;
}
