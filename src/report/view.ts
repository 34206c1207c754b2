import type { Evidence, Grade } from "../answers/shared/evidence.ts";
import type { Interval } from "../base/numbers.ts";

/**
 * An answer as it is shown, on a terminal and on the page alike: plain, readonly data that can be written as JSON. Text is plain text,
 * never markup; figures in it are said by `src/base/format.ts`.
 */
export interface View {
  /** One sentence or two with the number and its interval. */
  readonly finding: string;
  /** What limits the answer most, in one sentence. */
  readonly limit?: string;
  /** Whether the blocks are a page to be read whole, however long. */
  readonly isPage?: boolean;
  /** Shown by default: the main table first. */
  readonly blocks: readonly Block[];
  /** What was asked for beside the answer: shown after the blocks, as a whole. */
  readonly asked?: readonly Block[];
  /** Shown with `--details`, and one click away on the page. */
  readonly details: readonly Block[];
  /** What `details` holds, in few words: `causes, remedies, imports`; if absent the titles of its first blocks. */
  readonly more?: string;
  /** What the answer rests on; whoever shows a view tells its sources, and with the details its limits. */
  readonly evidence?: Evidence;
}

export type Block = SectionBlock | TableBlock | FactsBlock | ListBlock | NoteBlock | FigureBlock;

/** A heading over other blocks. */
export interface SectionBlock {
  readonly kind: "section";
  readonly title: string;
  readonly body: readonly Block[];
}

export interface TableBlock {
  readonly kind: "table";
  readonly title: string;
  readonly columns: readonly Column[];
  /** A cell a column. */
  readonly rows: readonly (readonly Cell[])[];
  /** What stands for no rows; `none known` if absent. */
  readonly none?: string;
  /** How many rows are shown before the details; all if absent. */
  readonly most?: number;
}

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Gives way where there is little room: its cells then take several lines. */
  readonly flexible?: boolean;
  /** Left out where there is little room. */
  readonly wide?: boolean;
}

/** Text alone, or text with what it leads to and how it is drawn. */
export type Cell = string | RichCell;

export interface RichCell {
  readonly text: string;
  readonly link?: Link;
  /** Drawn on the page as a bar with a whisker beside the text, from 0 to 1; `null`: unknown, hatched. */
  readonly interval?: Interval | null;
  /** Drawn on the page as a mark before the text: solid for published, outlined for derived, dotted for assumed. */
  readonly grade?: Grade;
  /** Of less weight than its neighbours. */
  readonly faint?: boolean;
  /** What stands for `text` where data is copied: the id of what the page names. */
  readonly code?: string;
  /** Several things, each with what it leads to; `text` tells them parted by commas. */
  readonly parts?: readonly Cell[];
}

/** What a cell is about: a thing of the map by its id, or an address. */
export type Link =
  | {
      /** `patents`: what words find, by these words. */
      readonly to: "patent" | "patents" | "holder" | "organisation" | "economy" | "scenario" | "plan" | "control" | "item";
      readonly id: string;
    }
  /** `home`: whose losses by it are told. */
  | { readonly to: "technology"; readonly id: string; readonly home?: string | undefined }
  | { readonly to: "url"; readonly address: string };

export interface FactsBlock {
  readonly kind: "facts";
  readonly title?: string;
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly value: Cell;
}

export interface ListBlock {
  readonly kind: "list";
  readonly title?: string;
  readonly items: readonly Cell[];
}

/** A paragraph. */
export interface NoteBlock {
  readonly kind: "note";
  readonly text: string;
}

/** A picture on the page; a terminal tells its summary. */
export interface FigureBlock {
  readonly kind: "figure";
  readonly title: string;
  /** Of the values: `of running output`, `USD B a year`. */
  readonly unit: string;
  /** What is seen, in one or two sentences. */
  readonly summary: string;
  readonly shape: Bars | Curve | Survival;
}

export interface Bars {
  readonly kind: "bars";
  readonly bars: readonly Bar[];
  /** The value at the right end; the greatest high end if absent. */
  readonly full?: number;
}

export interface Bar {
  readonly label: string;
  /** What the label is about; a file and a terminal tell the label alone. */
  readonly link?: Link | undefined;
  /** The figure in words. */
  readonly text: string;
  /** `null`: unknown, drawn hatched. */
  readonly interval: Interval | null;
  /** The most that it can be where it is unknown: hatched as far as there; to the end of the axis if absent. */
  readonly most?: number;
  /** Only its low end is known: it has no middle. */
  readonly isLeast?: true;
}

/** A line with its band over months. */
export interface Curve {
  readonly kind: "curve";
  readonly points: readonly CurvePoint[];
  /** The value at the top; the greatest high end if absent. */
  readonly full?: number;
}

export interface CurvePoint {
  readonly month: number;
  readonly interval: Interval;
}

/** The part that is left, 1 at month 0, in steps that only go down. */
export interface Survival {
  readonly kind: "survival";
  readonly steps: readonly SurvivalStep[];
}

export interface SurvivalStep {
  readonly month: number;
  /** Fraction. */
  readonly left: number;
}
