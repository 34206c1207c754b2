import { groupBy } from "../../base/collections.ts";
import { dayOf } from "../../base/days.ts";
import { say } from "../../base/message.ts";
import { sum } from "../../base/numbers.ts";
import { periodOf } from "../../base/period.ts";
import type { Row } from "../../base/tables.ts";
import { listed } from "../../base/words.ts";
import { membersOf } from "../../leverage/members.ts";
import type { Traded, TradedBy } from "../../leverage/target.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Chokepoint } from "./chokepoint-report.ts";

export type ImportYear = Chokepoint["imports"][number];

interface TradeLine {
  readonly row: Row<"trade">;
  readonly relation: string;
}

const shownPartners = 6;

/** Bilateral trade of one home by technology, read through the trade codes of the atlas. */
export interface HomeTrade {
  /** Imports by period, code and origin; origins that the customs do not name are a sum of their own. */
  years(technology: string): readonly ImportYear[];
  /** Origin shares of the newest period, for codes that hold nothing but the technology; unknown origins count in the total. */
  originShares(technology: string): ReadonlyMap<string, number> | null;
  /** Whether imports exceed exports in the newest period; `null` where either is not loaded. */
  importsExceedExports(technology: string): boolean | null;
  /** Documents of the imports of a technology. */
  sources(technology: string): readonly string[];
}

/** Partners that are no origin: totals, areas not named, and EU partners in Comext. */
function namesOrigin(partner: string): boolean {
  return partner !== "world" && !partner.startsWith("unspecified");
}

/** Trade of periods that were over on the day of the map. */
export function homeTrade(read: ReadModel, home: string): HomeTrade {
  const reporters = new Set([home, ...membersOf(read.model, home)]);
  const byCode = groupBy(read.codes, ({ code }) => code);
  const known = [...reporters]
    .flatMap((reporter) => read.tradeOf.get(reporter) ?? [])
    .filter(({ value, period }) => value !== null && isOver(period, read.map.asOf));
  const lines = groupBy(
    known.flatMap((row) => (byCode.get(row.code) ?? []).map(({ technology, relation }) => ({ technology, row, relation }))),
    ({ technology }) => technology,
  );
  const of = (technology: string, flow: string): readonly TradeLine[] =>
    (lines.get(technology) ?? []).filter(({ row }) => row.flow === flow);
  return {
    years: (technology) => importYears(of(technology, "import"), reporters),
    originShares: (technology) => {
      const own = of(technology, "import").filter(({ relation }) => relation !== "covers");
      return originShares(importYears(own, reporters, Number.POSITIVE_INFINITY));
    },
    importsExceedExports: (technology) =>
      exceeds(importYears(of(technology, "import"), reporters), importYears(of(technology, "export"), reporters)),
    sources: (technology) => [...new Set(of(technology, "import").flatMap(({ row }) => row.source ?? []))],
  };
}

/** A year or month that has not ended says nothing yet. */
function isOver(period: string, day: string): boolean {
  const found = periodOf(period);
  return found !== null && found.end <= dayOf(day)! + 1;
}

/** Origins of the imports of all technologies, as a target reads them. */
export function originsOf({ map }: ReadModel, trade: HomeTrade): Traded {
  const found = map.technologies.map(({ id, index }) => [index, trade.originShares(id)] as const);
  return new Map(found.flatMap(([t, origins]) => (origins ? [[t, origins] as const] : [])));
}

/** The same for whoever is a target; each is read once. */
export function tradedIn(read: ReadModel): TradedBy {
  const known = new Map<string, Traded>();
  return (code) => {
    const found = known.get(code) ?? originsOf(read, homeTrade(read, code));
    known.set(code, found);
    return found;
  };
}

function importYears(lines: readonly TradeLine[], inside: ReadonlySet<string>, shown = shownPartners): readonly ImportYear[] {
  return [...groupBy(lines, ({ row }) => [row.period, row.scheme, row.code, row.currency].join("|")).values()]
    .map((group) => importYear(group, inside, shown))
    .sort((a, b) => a.period.localeCompare(b.period) || a.code.localeCompare(b.code));
}

function importYear(group: readonly TradeLine[], inside: ReadonlySet<string>, shown: number): ImportYear {
  const { period, scheme, code, currency } = group[0]!.row;
  const partners = new Map<string, number>();
  let [unnamed, world] = [0, 0];
  for (const { row } of group) {
    const value = row.value ?? 0;
    if (row.partner === "world") world += value;
    else if (inside.has(row.partner) || (row.partner === "unspecified-eu" && inside.has("EU"))) continue;
    else if (namesOrigin(row.partner)) partners.set(row.partner, (partners.get(row.partner) ?? 0) + value);
    else unnamed += value;
  }
  const named = sum(partners.values());
  const total = named + unnamed > 0 ? named + unnamed : world;
  const list = [...partners].map(([economy, value]) => ({ economy, value })).sort((a, b) => b.value - a.value);
  const relation = group[0]!.relation;
  return { period, scheme, code, relation, currency, total, unknownOrigin: total - named, partners: list.slice(0, shown) };
}

function newest(years: readonly ImportYear[]): readonly ImportYear[] {
  const last = years.at(-1)?.period;
  return years.filter((year) => year.period === last);
}

function originShares(years: readonly ImportYear[]): ReadonlyMap<string, number> | null {
  const last = newest(years);
  const total = sum(last.map((year) => year.total));
  if (total <= 0 || last.every((year) => year.partners.length === 0)) return null;
  const shares = new Map<string, number>();
  for (const { partners } of last)
    for (const { economy, value } of partners) shares.set(economy, (shares.get(economy) ?? 0) + value / total);
  return shares;
}

function exceeds(imports: readonly ImportYear[], exports: readonly ImportYear[]): boolean | null {
  const period = imports.at(-1)?.period;
  const ofPeriod = (years: readonly ImportYear[]): readonly ImportYear[] => years.filter((year) => year.period === period);
  const [bought, sold] = [ofPeriod(imports), ofPeriod(exports)];
  if (bought.length === 0 || sold.length === 0) return null;
  const totalOf = (years: readonly ImportYear[]): number => sum(years.map(({ total }) => total));
  return totalOf(bought) > totalOf(sold);
}

/** What of bilateral trade an answer over time read. */
interface TradeEvidence {
  readonly sources: readonly string[];
  /** In words: whose imports come by origin, and what that leaves out. */
  readonly limits: readonly string[];
}

/**
 * Of which technologies the imports of some targets come by origin, not by shares of world supply.
 * @param targets codes of economies and groups
 * @param technologies what is kept from them, by index
 */
export function tradeEvidence(read: ReadModel, targets: readonly string[], technologies: readonly number[]): TradeEvidence {
  const ids = [...new Set(technologies)].map((t) => read.map.technologies[t]!.id);
  const found = targets.flatMap((code) => {
    const trade = homeTrade(read, code);
    const traded = ids.filter((id) => trade.originShares(id) !== null);
    return traded.length > 0 ? [{ code, traded, sources: traded.flatMap(trade.sources) }] : [];
  });
  const whose = found.map(({ code, traded }) => say("imports.of", { read: economyName(read, code), traded: listed(traded) }));
  const limit =
    found.length === 0
      ? "Imports come by shares of world supply: no trade between pairs of economies is loaded of what is withheld."
      : `${say("imports.imports-by-origin-from", { whose: whose.join("; ") })} ${say("imports.origins-that-customs-do")}`;
  return { sources: [...new Set(found.flatMap(({ sources }) => sources))], limits: [limit] };
}
