import type { Interval } from "../base/numbers.ts";
import type { Bar, CurvePoint, FigureBlock, Link } from "../report/view.ts";
import type { MovedMap } from "./map/moves.ts";

/** What a page shows as its picture: bars of a view, or one made for its question. */
export type Picture = FigureBlock | DrawnPicture;

/** The map of one home. */
export interface MapFigure {
  readonly kind: "map";
  readonly title: string;
  readonly map: MovedMap;
  /** What the address of the map chooses: filters, what is unfolded, what it is coloured by. */
  readonly query: Readonly<Record<string, string>>;
}

/** A picture made for one question, as plain data. */
export interface DrawnPicture {
  readonly kind: "drawn";
  /** What is seen. */
  readonly title: string;
  /** Of the values: `USD B a year`. */
  readonly unit: string;
  /** The same in one or two sentences, for those who do not see it. */
  readonly summary: string;
  readonly shape: Shape;
}

export type Shape = Matrix | Fans | Flows | Dots | Columns | Differences | Tiles | Panels;

/** A square of rows on columns; the two directions of a pair lie across the diagonal. */
export interface Matrix {
  readonly kind: "matrix";
  readonly rows: string;
  readonly columns: string;
  readonly labels: readonly string[];
  /** Their ids, which also stand where there is no room for names. */
  readonly codes: readonly string[];
  /** A row a label; `null`: a thing with itself. */
  readonly cells: readonly (readonly (MatrixCell | null)[])[];
}

export interface MatrixCell {
  /** `null`: unknown, hatched. */
  readonly interval: Interval | null;
  readonly text: string;
}

/** A line with its band over months for each of several, on one scale. */
export interface Fans {
  readonly kind: "fans";
  readonly panels: readonly { readonly title: string; readonly points: readonly CurvePoint[] }[];
}

/** What goes from things on the left to things on the right, as broad as it is much. */
export interface Flows {
  readonly kind: "flows";
  readonly from: string;
  readonly to: string;
  readonly links: readonly { readonly from: string; readonly to: string; readonly value: number }[];
}

/** Things by two measures, each with its interval. */
export interface Dots {
  readonly kind: "dots";
  readonly x: string;
  readonly y: string;
  /** Both measures are of one kind and run over the same range, and the line on which they are equal is drawn. */
  readonly areAlike?: boolean;
  /** Whether both are parts of a whole, told in per cent. */
  readonly arePart?: boolean;
  /** What solid and hollow dots mean. */
  readonly solid: string;
  readonly hollow?: string;
  readonly dots: readonly Dot[];
}

export interface Dot {
  readonly label: string;
  readonly x: Interval;
  readonly y: Interval;
  readonly isSolid: boolean;
  /** Written beside it. */
  readonly isNamed?: boolean;
}

/** Upright columns in the order of years. */
export interface Columns {
  readonly kind: "columns";
  readonly columns: readonly { readonly label: string; readonly value: number }[];
  /** Label of the column at which now is. */
  readonly now?: string;
}

/** What was lost to the left and what was gained to the right of a middle line, each with its interval. */
export interface Differences {
  readonly kind: "differences";
  readonly lost: string;
  readonly gained: string;
  readonly rows: readonly Difference[];
}

export interface Difference {
  readonly label: string;
  /** What the label is about: told in its table. */
  readonly link?: Link | undefined;
  readonly lost: Interval;
  readonly gained: Interval;
}

/** A tile for each economy near where it lies, without borders. */
export interface Tiles {
  readonly kind: "tiles";
  readonly tiles: readonly Tile[];
}

export interface Tile {
  /** Code of the economy. */
  readonly id: string;
  readonly name: string;
  /** Row and column among the others, from 0; absent: below them. */
  readonly place?: { readonly row: number; readonly column: number } | undefined;
  /** `null`: unknown, hatched. */
  readonly value: number | null;
  readonly text: string;
}

/** Small pictures of bars side by side, on one scale. */
export interface Panels {
  readonly kind: "panels";
  readonly panels: readonly { readonly title: string; readonly bars: readonly Bar[] }[];
}
