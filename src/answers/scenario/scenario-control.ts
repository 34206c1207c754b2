import { dateOf, dayOf } from "../../base/days.ts";
import type { Row } from "../../base/tables.ts";
import type { LicenceClass } from "../../leverage/draw/inputs.ts";
import { type WithheldItem, worldCode } from "../../leverage/scenario/scenario.ts";
import { nameKey } from "../../link/name-key.ts";
import { nearNames } from "../../link/near-name.ts";
import { isKnownOn } from "../../screen/rules/known-from.ts";
import { meant } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { ScenarioMeasure } from "./scenario-file.ts";

type WithholdMeasure = NonNullable<ScenarioMeasure["withhold"]>;

/** What the atlas says of a control that a measure cites. */
export interface CitedControl {
  readonly citation: string;
  readonly issuers: readonly string[];
  readonly targets: readonly string[];
  readonly items: readonly WithheldItem[];
  /** First day of effect of each technology that its rows name, whatever the measure says. */
  readonly effects: ReadonlyMap<number, number>;
  readonly announced: number | null;
  readonly title: string | null;
  readonly sources: readonly string[];
}

const classes: readonly LicenceClass[] = ["licence", "presumption-of-denial", "ban"];

/**
 * The rows of the atlas with a citation, as one measure: technologies, classes and dates of what is withheld; of technologies that only a reach row
 * names, what the rule reaches of others' supply, by the mildest class of the control. A text says what is wrong.
 */
export function citedControl(read: ReadModel, wanted: string, { class: given, from, senders }: WithholdMeasure): CitedControl | string {
  const { rows, asOf } = read.map;
  const all = [...rows.withheld, ...rows.reach];
  const key = nameKey(wanted);
  const cited = all.filter(({ citation }) => nameKey(citation) === key);
  if (cited.length === 0) return `no control "${wanted}"${meant(nearNames(wanted, [...new Set(all.map(({ citation }) => citation))], 2))}`;
  const acting = new Set(senders?.map((code) => code.toUpperCase()));
  const theirs = cited.filter(({ issuer }) => acting.has(issuer));
  const known = (theirs.length > 0 ? theirs : cited).filter((row) => isKnownOn(row, asOf));
  if (known.length === 0) return `the control "${wanted}" was not known on ${asOf}`;
  const withheld = known.filter((row): row is Row<"withheld"> => "target" in row);
  const named = new Set(withheld.map(({ technology }) => technology));
  const mildest = classes.find((each) => withheld.some((row) => row.class === each)) ?? "licence";
  const item = (row: Row<"withheld"> | Row<"reach">, reachOnly: boolean): WithheldItem[] => {
    const technology = read.map.indexOf.get(row.technology);
    const start = dayOf(from ?? row.effective ?? row.published);
    if (technology === undefined || start === null) return [];
    const own = "class" in row ? (row.class as LicenceClass) : mildest;
    return [
      { technology, class: given ?? own, from: start, until: row.until !== null && row.until <= asOf ? dayOf(row.until) : null, reachOnly },
    ];
  };
  const reached = known.filter((row): row is Row<"reach"> => !("target" in row) && !named.has(row.technology));
  const items = distinct([...withheld.flatMap((row) => item(row, false)), ...reached.flatMap((row) => item(row, true))]);
  if (items.length === 0) return `the atlas gives no day of effect for "${wanted}"; say \`from\``;
  const published = known.flatMap((row) => dayOf(row.published) ?? []);
  const rule = read.model.timeline.cited(known[0]!);
  return {
    citation: known[0]!.citation,
    issuers: [...new Set(known.map(({ issuer }) => issuer))],
    targets: [
      ...new Set(
        known.flatMap((row) =>
          ("target" in row ? row.target : row.customers).split(";").map((each) => (each.trim() === "*" ? worldCode : each.trim())),
        ),
      ),
    ],
    items,
    effects: effectsOf(read, known),
    announced: published.length > 0 ? Math.min(...published) : null,
    title: rule?.title ?? null,
    sources: known.flatMap(({ source }) => source ?? []),
  };
}

function effectsOf({ map }: ReadModel, rows: readonly (Row<"withheld"> | Row<"reach">)[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { technology, effective, published } of rows) {
    const [t, day] = [map.indexOf.get(technology), dayOf(effective ?? published)];
    if (t !== undefined && day !== null) found.set(t, Math.min(day, found.get(t) ?? day));
  }
  return found;
}

/** One item a technology and day of effect; of two rows of one the first. */
function distinct(items: readonly WithheldItem[]): readonly WithheldItem[] {
  const found = new Map<string, WithheldItem>();
  for (const item of items) {
    const key = `${item.technology} ${dateOf(item.from)}`;
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}
