import type { Row } from "../../base/tables.ts";
import { controlState, hits } from "../../screen/control-state.ts";
import type { Grade } from "../shared/evidence.ts";
import { holderNames, technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { EconomyProfile, HeldLine, PlantLine } from "./profile-report.ts";

/** Lines that the profiles of economies and organisations have in common. */

type Fact = {
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string | null;
  readonly grade: string;
  readonly note: string | null;
};

export const figureOf = <F extends Fact & { readonly year: number | null }>({ low, high, year, source, grade, note }: F) => ({
  low,
  high,
  year,
  grade: grade as Grade,
  source,
  note,
});

export const named = (read: ReadModel, technology: string) => ({ technology, name: technologyName(read, technology) });

/** The middle of a figure of which an end may be missing. */
const middle = ({ low, high }: Pick<Fact, "low" | "high">): number =>
  low === null ? (high ?? 0) / 2 : high === null ? low : (low + high) / 2;

const greatestFirst = (a: Fact, b: Fact): number => middle(b) - middle(a);

/** Shares of some holders, the newest of each technology and basis apart from the older ones; greatest first. */
export function heldLines(
  read: ReadModel,
  isHolder: (row: Row<"share">) => boolean,
): { readonly newest: readonly HeldLine[]; readonly older: readonly HeldLine[] } {
  const rows = read.map.rows.share.filter((row) => isHolder(row) && (row.low !== null || row.high !== null) && row.flag !== "negligible");
  const latest = new Map<string, number>();
  const key = ({ technology, basis, holder }: Row<"share">): string => [technology, basis, holder].join("|");
  for (const row of rows) latest.set(key(row), Math.max(latest.get(key(row)) ?? 0, row.year ?? 0));
  const line = (row: Row<"share">): HeldLine => ({
    ...named(read, row.technology),
    ...figureOf(row),
    basis: row.basis as HeldLine["basis"],
    holder: row.holder,
    holderName: holderNames(read, row.holder),
  });
  const [newest, older] = [true, false].map((isNewest) =>
    rows.filter((row) => (latest.get(key(row)) === (row.year ?? 0)) === isNewest),
  ) as [typeof rows, typeof rows];
  return {
    newest: newest.map(line).sort(greatestFirst),
    older: older.map(line).sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || greatestFirst(a, b)),
  };
}

export function plantLines(read: ReadModel, isOwn: (row: Row<"plant">) => boolean): readonly PlantLine[] {
  return read.plantsKnown.filter(isOwn).map((row) => ({
    ...named(read, row.technology),
    id: row.id,
    owner: row.owner,
    ownerName: holderNames(read, row.owner),
    economy: row.economy,
    place: row.place,
    node: row.node,
    wafersLow: row.wafers_low,
    wafersHigh: row.wafers_high,
    waferMm: row.wafer_mm,
    status: row.status,
    year: row.year,
    grade: row.grade as Grade,
    source: row.source,
  }));
}

type ControlLine = EconomyProfile["controlsOn"][number];

/** Controls that withhold something from one of these names, with their state on the day of the map; those that have ended or were published later are left out. */
export const controlsOn = (read: ReadModel, names: readonly string[]): readonly ControlLine[] =>
  read.map.rows.withheld.filter((row) => hits(row, names) !== null).flatMap((row) => controlLine(read, row));

export const controlsBy = (read: ReadModel, names: readonly string[]): readonly ControlLine[] =>
  read.map.rows.withheld.filter(({ issuer }) => names.includes(issuer)).flatMap((row) => controlLine(read, row));

function controlLine({ map, model }: ReadModel, row: Row<"withheld">): readonly ControlLine[] {
  const { state } = controlState(row, model.timeline, map.asOf);
  if (state === "ended" || state === "not known yet") return [];
  const { id, issuer, technology, class: kind, citation, effective, published, source } = row;
  return [{ id, issuer, technology, class: kind, citation, state, since: effective ?? published, source }];
}

/** What controls and events did to some parties, newest first. */
export const effectLines = (read: ReadModel, subjects: ReadonlySet<string>): EconomyProfile["effects"] =>
  read.beside.control_effect
    .filter(({ subject }) => subjects.has(subject))
    .map(({ control, quantity, unit, date, low, high, grade, source, note }) => ({
      control,
      quantity,
      unit,
      date,
      low,
      high,
      grade: grade as Grade,
      source,
      note,
    }))
    .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
