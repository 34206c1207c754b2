import { counted } from "../../../base/format.ts";
import type { Interval } from "../../../base/interval.ts";
import { present } from "../../../base/present.ts";
import { spreadOf } from "../../../leverage/draw/monte-carlo.ts";
import type { Evidence } from "../../shared/evidence.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import type { PlannedScenario } from "../planned-scenario.ts";
import type { RunScenario } from "../scenario-run.ts";
import type { PublishedRow, TheirUnit } from "./published-models.ts";
import { ourRate } from "./published-number.ts";
import type { PublishedFigure } from "./published-report.ts";

/** What others published, each beside the number of a scenario that was run. */
export const besideOurs = (rows: readonly PublishedRow[], run: RunScenario): readonly PublishedFigure[] =>
  rows.map((row) => ({ ...theirPart(row), ...ourPart(row, run) }));

const theirPart = ({ low, high, unit, note, title, publisher, year, url, ours: _, ...row }: PublishedRow) => ({
  ...row,
  theirs: { low, high, unit, note, grade: "published" as const },
  source: { title, publisher, year, url },
});

type OurPart = Pick<PublishedFigure, "ours" | "reason" | "stands">;
const none = (reason: string): OurPart => ({ ours: null, reason, stands: null });

function ourPart({ ours, months, target, unit, low, high }: PublishedRow, { planned, context }: RunScenario): OurPart {
  if (ours === null || months === null) return none("The model has no such number.");
  if (context === null) return none("Nothing in the scenario acts on supply.");
  const rate = ourRate(context, ours, target, months);
  if (typeof rate === "string") return none(rate);
  const { of, span } = inUnit(unit, months);
  const interval = spreadOf(rate.values.map((value) => value * of));
  return {
    ours: { number: ours, interval, unit, what: `${rate.what}, ${span}${withoutUnknown(planned)}`, grade: "assumed" },
    reason: null,
    stands: standingOf({ low, high }, interval),
  };
}

/** What of the question no number holds. */
function withoutUnknown({ measures }: PlannedScenario): string {
  const technologies = measures.flatMap((measure) => measure.technologies);
  const unknown = new Set(technologies.flatMap(({ technology, state }) => (state === "shares unknown" ? [technology] : [])));
  return unknown.size > 0 ? `; without ${counted(unknown.size, "technology", "technologies")} of which no share is known` : "";
}

/** What turns a mean rate into the unit of theirs, and the time it is then of. */
function inUnit(unit: TheirUnit, months: number): { readonly of: number; readonly span: string } {
  const mean = `on average over the first ${months} months`;
  const sum = `in the first ${months} months together`;
  if (unit === "USD bn a year") return { of: 1, span: mean };
  if (unit === "USD bn") return { of: months / 12, span: sum };
  return unit === "pct of GDP, summed" ? { of: (100 * months) / 12, span: sum } : { of: 100, span: mean };
}

/** How an interval lies to a figure with its ends; an end that is not given is no end. */
export function standingOf(
  { low, high }: Pick<PublishedRow, "low" | "high">,
  [ourLow, , ourHigh]: Interval,
): NonNullable<PublishedFigure["stands"]> {
  if (high !== null && ourLow > high) return "above";
  return low !== null && ourHigh < low ? "below" : "overlaps";
}

/** What the figures rest on: their documents, by the map's own id where it knows one at that address. */
export function publishedEvidence(read: ReadModel, rows: readonly PublishedRow[]): Evidence {
  const known = new Map(
    [...read.documents.values()].flatMap(({ url, ...document }) => (url === null ? [] : [[url, { ...document, url }]])),
  );
  const documents = rows.map(({ id, title, publisher, year, url }) => {
    const of = known.get(url);
    return {
      id: of?.id ?? `published:${id}`,
      title,
      publisher,
      year,
      published: of?.published ?? String(year),
      url,
      locator: of?.locator ?? null,
      class: of?.class ?? null,
      access: of?.access ?? null,
    };
  });
  const first = documents.filter(({ url }, i) => documents.findIndex((each) => each.url === url) === i);
  return {
    grade: rows.some(({ ours }) => ours !== null) ? "assumed" : "published",
    documents: first,
    rules: rows.length > 0 ? ["method:published-models"] : [],
    loads: [...read.loads].map(({ id, source, edition }) => ({ id, source, edition })),
    limits: present(
      rows.length > 0 &&
        "Published figures are mostly of other quantities, such as losses of whole economies; ours are of chips and what goes into them. An overlap does not show agreement, and a gap does not show an error.",
    ),
  };
}
