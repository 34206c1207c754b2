import { groupBy, mapped, pick } from "../../base/collections.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Row } from "../../base/tables.ts";
import { isOld } from "../../measure/supply/fact-doubt.ts";
import { holdersOf } from "../../measure/supply/share-entries.ts";
import { controlState, hits } from "../../screen/control-state.ts";
import type { Grade } from "../shared/evidence.ts";
import { againstWords, holderNames, technologyName } from "../shared/names.ts";
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

export const figureOf = <F extends Fact & { readonly year: number | null }>(
  { map }: ReadModel,
  { low, high, year, source, grade, note }: F,
) => ({ low, high, year, old: isOld(map, year), grade: grade as Grade, source, note });

export const named = (read: ReadModel, technology: string) => ({ technology, name: technologyName(read, technology) });

type Ends = Pick<Fact, "low" | "high">;

/** Whether a figure says that there is some of it, not only how much at most. */
export const isSome = ({ low }: Ends): boolean => low !== null && low > 0;

/** The middle of a figure of which an end may be missing. */
const middle = ({ low, high }: Ends): number => (low === null ? (high ?? 0) / 2 : high === null ? low : (low + high) / 2);

/** By the middle, of equals by the high end, of equals what is published before what is derived. */
const greatestFirst = (a: HeldLine, b: HeldLine): number =>
  middle(b) - middle(a) || (b.high ?? 0) - (a.high ?? 0) || Number(b.grade === "published") - Number(a.grade === "published");

const newestFirst = (a: HeldLine, b: HeldLine): number => (b.year ?? 0) - (a.year ?? 0) || greatestFirst(a, b);

/** `28 to 30% of NAND flash`; an old figure with its year. */
export const shareOf = ({ low, high, name, year, old }: HeldLine): string =>
  say("lines.of", { low: percentRange(low, high), name, old: old ? ` (${year})` : "" });

/** Shares that count, greatest first, and those that newer ones of the same have replaced, newest first. */
export interface HeldLines {
  readonly newest: readonly HeldLine[];
  readonly older: readonly HeldLine[];
}

type ShareRow = Row<"share">;

/**
 * Shares of some holders, none of them together with others. Of an organisation the newest of each technology replaces the others, whatever it
 * counts; what is made in an economy and what belongs to its firms are two things.
 */
export function heldLines(read: ReadModel, isHolder: (row: ShareRow) => boolean): HeldLines {
  const ofSame = ({ technology, holder, holder_kind, basis }: ShareRow): string =>
    [technology, holder, holder_kind === "organisation" ? "" : basis].join("|");
  return newestOf(read, (row) => row.holder_kind !== "joint" && isHolder(row), ofSame);
}

/** Shares of one organisation, then those that it has together with others, where its own are not newer. */
export function organisationLines(read: ReadModel, id: string): HeldLines {
  const own = heldLines(read, ({ holder }) => holder === id);
  const isTogether = ({ holder, holder_kind }: ShareRow): boolean => holder_kind === "joint" && holdersOf(holder).includes(id);
  const together = newestOf(read, isTogether, ({ technology }) => technology, id);
  const isReplaced = ({ technology, year }: HeldLine): boolean =>
    own.newest.some((line) => line.technology === technology && (line.year ?? 0) > (year ?? 0));
  return {
    newest: [...own.newest, ...together.newest.filter((line) => !isReplaced(line))],
    older: [...own.older, ...together.older, ...together.newest.filter(isReplaced)].sort(newestFirst),
  };
}

/** @param own whose lines they are, where it shares them with others */
function newestOf(read: ReadModel, isWanted: (row: ShareRow) => boolean, ofSame: (row: ShareRow) => string, own?: string): HeldLines {
  const rows = read.map.rows.share.filter((row) => isWanted(row) && (row.low ?? row.high) !== null && row.flag !== "negligible");
  const groups = [...groupBy(rows, ofSame).values()].map((group) => {
    const lines = group.map((row) => heldLine(read, row, own)).sort(newestFirst);
    const [newest, older] = mapped([true, false], (isNewest) => lines.filter(({ year }) => (year === lines[0]!.year) === isNewest));
    return { newest: newest.map((line) => ({ ...line, otherwise: otherwiseOf(line, older) })), older };
  });
  return {
    newest: groups.flatMap(({ newest }) => newest).sort(greatestFirst),
    older: groups.flatMap(({ older }) => older).sort(newestFirst),
  };
}

/** The newest of the older figures that counts something else. */
function otherwiseOf({ basis }: HeldLine, older: readonly HeldLine[]): HeldLine["otherwise"] {
  const other = older.find((line) => line.basis !== basis);
  return other === undefined ? null : pick(other, "basis", "low", "high", "year");
}

const heldLine = (read: ReadModel, row: ShareRow, own: string | undefined): HeldLine => ({
  ...named(read, row.technology),
  ...figureOf(read, row),
  basis: row.basis as HeldLine["basis"],
  holder: row.holder,
  holderName: holderNames(read, row.holder),
  together: own === undefined ? [] : holdersOf(row.holder).flatMap((holder) => (holder === own ? [] : holderNames(read, holder))),
  otherwise: null,
});

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
type ControlRow = Row<"withheld"> | Row<"reach">;

/** Controls that withhold something from one of these names, or from everyone. */
export const controlsOn = (read: ReadModel, names: readonly string[]): readonly ControlLine[] =>
  controlLines(read, read.map.rows.withheld, (row) => hits(row, names) !== null);

export const controlsBy = (read: ReadModel, names: readonly string[]): readonly ControlLine[] =>
  controlLines(read, read.map.rows.withheld, ({ issuer }) => names.includes(issuer));

/** Controls that withhold something from an organisation by its name. */
export const controlsNaming = (read: ReadModel, id: string): readonly ControlLine[] =>
  controlLines(read, read.map.rows.withheld, (row) => hits(row, [id]) === id);

/**
 * Controls on what an organisation sells: of its economy or of the groups of that on what it makes or on a family of it, and those of others that
 * reach its supply by its name.
 * @param made technologies by id
 */
export function controlsOnSales(read: ReadModel, id: string, made: Iterable<string>, issuers: readonly string[]): readonly ControlLine[] {
  const { map } = read;
  const sold = new Set([...made].flatMap((technology) => map.indexOf.get(technology) ?? []));
  for (const technology of sold) if (map.familyOf.has(technology)) sold.add(map.familyOf.get(technology)!);
  const isSold = ({ technology, issuer }: ControlRow): boolean => issuers.includes(issuer) && sold.has(map.indexOf.get(technology) ?? -1);
  return [...controlLines(read, map.rows.withheld, isSold), ...controlLines(read, map.rows.reach, ({ provider }) => provider === id)];
}

/** Controls with their state on the day of the map; those that have ended or were published later are left out. */
function controlLines<R extends ControlRow>(read: ReadModel, rows: readonly R[], isWanted: (row: R) => boolean): readonly ControlLine[] {
  return rows.filter(isWanted).flatMap((row) => {
    const { state } = controlState(row, read.model.timeline, read.map.asOf);
    if (state === "ended" || state === "not known yet") return [];
    const { effective, published, technology } = row;
    const [kind, against] = "target" in row ? [row.class, row.target] : [`${row.rule}-rule`, row.customers];
    const since = effective ?? published;
    const names = { name: technologyName(read, technology), against: againstWords(read, against) };
    return [{ ...pick(row, "id", "issuer", "technology", "citation", "source"), ...names, class: kind, state, since }];
  });
}

/** What controls and events did to some parties, newest first. */
export function effectLines({ beside, model }: ReadModel, subjects: ReadonlySet<string>): EconomyProfile["effects"] {
  const titleOf = new Map(model.timeline.rules.map(({ id, title }) => [id, title]));
  return beside.control_effect
    .filter(({ subject }) => subjects.has(subject))
    .map((row) => ({
      ...pick(row, "control", "quantity", "unit", "date", "low", "high", "source", "note"),
      grade: row.grade as Grade,
      name: row.control
        .split(";")
        .map((id) => titleOf.get(id) ?? id)
        .join("; "),
    }))
    .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
}
