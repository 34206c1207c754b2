import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { right, tableOf } from "../table-of.ts";
import type { TableBlock } from "../view.ts";
import { expectedOf } from "./patent-figures.ts";

type Expiry = Pick<TechnologyPatents["expiry"], "unknown" | "notGranted"> & {
  readonly years: readonly (Omit<TechnologyPatents["expiry"]["years"][number], "weight" | "weightUnknown"> &
    Partial<TechnologyPatents["expiry"]["years"][number]>)[];
};

/** Applications by the year in which they lapse; the weight of citations where the answer has it. */
export function expiryBlock({ expiry, asOf }: { readonly expiry: Expiry; readonly asOf: string }): TableBlock {
  const { years, unknown, notGranted } = expiry;
  const weighed = years.some(({ weight }) => weight !== undefined);
  const table = tableOf({ title: "Expiry by year, unpaid fees aside", none: "no year is known" }, years, [
    ["year", ({ year }) => String(year)],
    ["term ends", ({ byTerm }) => count(byTerm), right],
    ["ended by event", ({ byEvent }) => count(byEvent), right],
    [say("expiry.expected-in-force-on", { asOf }), expectedOf, right],
    ...(weighed
      ? ([
          ["weight", (line) => (line.weightUnknown === line.byTerm + line.byEvent ? null : number(line.weight ?? null)), right],
          ["weight unknown", ({ weightUnknown = 0 }) => count(weightUnknown), right],
        ] satisfies Parameters<typeof tableOf<Expiry["years"][number]>>[2])
      : []),
  ]);
  const rest = [
    ["year unknown", unknown],
    ["not granted", notGranted],
  ] as const;
  const extra = rest.flatMap(([label, value]) => (value > 0 ? [[label, count(value), ...table.columns.slice(2).map(() => "")]] : []));
  return { ...table, rows: [...table.rows, ...extra] };
}

/** When applications lapse, in a sentence. */
export function expirySummary({ years, unknown }: Expiry, asOf: string): string {
  const rest = unknown > 0 ? say("expiry.the-end-of-is", { unknown: count(unknown) }) : "";
  const ends = years.map(({ year, byEvent, byTerm }) => ({ year, documents: byEvent + byTerm }));
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return `${say("expiry.no-end-of-a")}${rest}`;
  const now = Number(asOf.slice(0, 4));
  const total = (of: typeof ends): number => of.reduce((sum, { documents }) => sum + documents, 0);
  const most = ends.reduce((greatest, each) => (each.documents > greatest.documents ? each : greatest));
  const span =
    first === last
      ? say("expiry.in", { year: String(first.year) })
      : say("expiry.from-to-most-in", {
          year: String(first.year),
          lastYear: String(last.year),
          mostYear: String(most.year),
          documents: count(most.documents),
        });
  const past = total(ends.filter(({ year }) => year < now));
  return `${say("expiry.terms-of-applications-end", { applications: total(ends), span, past: count(past), now: String(now) })}${rest}`;
}
