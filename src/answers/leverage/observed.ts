import { groupBy } from "../../base/collections.ts";
import { say } from "../../base/message.ts";
import type { Row } from "../../base/tables.ts";
import { membersOf } from "../../leverage/members.ts";
import { citesRule } from "../../screen/rules/timeline.ts";
import type { Grade } from "../shared/evidence.ts";
import { holderNames, technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Observed, ObservedOutcome, ObservedSale } from "./observed-report.ts";

/** What a sender withholds, by technology id. */
export interface Withholder {
  readonly code: string;
  readonly technologies: readonly string[];
}

/**
 * What was observed of what senders withhold from a target: their sales to it, and what became of it after acts of theirs. Effects of acts
 * name no technology: it is that of the act, by the controls that cite its rule; nor a buyer but in words, `sales to CN`.
 */
export function observedOf(read: ReadModel, senders: readonly Withholder[], on: string): Observed {
  const acts = readActs(read);
  const target = new Set([on, ...membersOf(read.model, on)]);
  const sales = senders.flatMap((sender) => [...flowsOf(read, sender, target), ...firmSales(read, sender, target, acts)]);
  return { sales: sales.sort(newestFirst), ...outcomesOf(read, senders, on, target, acts) };
}

/** By id of a rule: who issued it, and the technologies of the controls that cite it. */
type Acts = ReadonlyMap<string, { readonly issuer: string; readonly technologies: ReadonlySet<string> }>;

function readActs({ model, map }: ReadModel): Acts {
  const controls = groupBy([...map.rows.withheld, ...map.rows.reach], ({ citation }) => citation);
  return new Map(
    model.timeline.rules.map((rule) => {
      const citing = (controls.get(rule.citation ?? "") ?? []).filter((control) => citesRule(control, rule));
      return [rule.id, { issuer: rule.issuer, technologies: new Set(citing.map(({ technology }) => technology)) }];
    }),
  );
}

/** Acts of an effect that some issued, and the technologies among those withheld that they concern. */
function concerned(acts: Acts, control: string, issuers: ReadonlySet<string>, withheld: readonly string[]) {
  const own = control.split(";").filter((id) => issuers.has(acts.get(id)?.issuer ?? ""));
  return { acts: own, technologies: withheld.filter((id) => own.some((act) => acts.get(act)!.technologies.has(id))) };
}

/** Codes of a party with its members and, of a firm, its seat. */
const namesOf = ({ map, model }: ReadModel, code: string): ReadonlySet<string> =>
  new Set([code, map.economyOf.get(code) ?? code, ...membersOf(model, code)]);

function flowsOf(read: ReadModel, { code, technologies }: Withholder, target: ReadonlySet<string>): readonly ObservedSale[] {
  const own = new Set([code, ...membersOf(read.model, code)]);
  return read.beside.trade_flow.flatMap((row): ObservedSale[] => {
    const touched = own.has(row.exporter) && target.has(row.importer) ? technologies.filter((id) => isOf(read, row.technology, id)) : [];
    if (touched.length === 0) return [];
    const figure = figureOf(row, row.year === null ? null : String(row.year));
    return [
      {
        from: code,
        ...soldBy(read, row.exporter),
        what: row.technology,
        whatName: flowName(read, row.technology),
        basis: "flow",
        technologies: touched,
        ...figure,
        usdBn: usdBnOf(row),
        forecast: false,
      },
    ];
  });
}

/** Whether a flow, of a technology or a customs code, holds some of a technology. */
function isOf({ codes }: ReadModel, flow: string, id: string): boolean {
  const code = customsCode(flow);
  return code === null ? flow === id : codes.some((each) => each.technology === id && each.scheme === "hs6" && each.code.startsWith(code));
}

const customsCode = (flow: string): string | null => (flow.startsWith("hs:") ? flow.slice(3) : null);

const flowName = (read: ReadModel, flow: string): string =>
  customsCode(flow) === null ? technologyName(read, flow) : say("observed.hs", { customsCode: customsCode(flow) });

/** `share of system sales to CN`, `sales to CN in the quarter`: the buyer is in the words alone. */
const salesTo = /^(?:share of (?:\w+ )?)?sales to (\S+)/;

function firmSales(read: ReadModel, { code, technologies }: Withholder, target: ReadonlySet<string>, acts: Acts): readonly ObservedSale[] {
  const own = new Set([code, ...membersOf(read.model, code)]);
  const issuers = new Set([...acts.values()].map(({ issuer }) => issuer));
  return read.beside.control_effect.flatMap((row): ObservedSale[] => {
    const isOwn = own.has(row.subject) || own.has(read.map.economyOf.get(row.subject) ?? "");
    if (!isOwn || !target.has(salesTo.exec(row.quantity)?.[1] ?? "")) return [];
    const { technologies: touched } = concerned(acts, row.control, issuers, technologies);
    if (touched.length === 0) return [];
    return [
      {
        from: code,
        ...soldBy(read, row.subject),
        what: row.quantity,
        whatName: row.quantity,
        basis: "effect",
        technologies: touched,
        ...figureOf(row, row.date),
        usdBn: usdBnOf(row),
        forecast: isForecast(row),
      },
    ];
  });
}

function outcomesOf(read: ReadModel, senders: readonly Withholder[], on: string, target: ReadonlySet<string>, acts: Acts) {
  const issuers = new Set(senders.flatMap(({ code }) => [...namesOf(read, code)]));
  const withheld = [...new Set(senders.flatMap(({ technologies }) => technologies))];
  const isTarget = (subject: string): boolean => target.has(subject) || target.has(read.map.economyOf.get(subject) ?? "");
  const found = read.beside.control_effect
    .filter(({ subject }) => isTarget(subject))
    .map((row) => ({ row, ...concerned(acts, row.control, issuers, withheld) }))
    .filter(({ acts: own }) => own.length > 0);
  const outcomes = found
    .filter(({ technologies }) => technologies.length > 0)
    .map(({ row, ...concerning }): ObservedOutcome => {
      const { subject, quantity } = row;
      return {
        subject,
        subjectName: holderNames(read, subject),
        quantity,
        ...concerning,
        ...figureOf(row, row.date),
        forecast: isForecast(row),
      };
    })
    .sort((a, b) => Number(b.subject === on) - Number(a.subject === on) || newestFirst(a, b));
  return { outcomes, unlinked: found.length - outcomes.length };
}

const soldBy = (read: ReadModel, seller: string) => ({ seller, sellerName: holderNames(read, seller) });

type Figure = Pick<Row<"control_effect">, "low" | "high" | "unit" | "grade" | "source" | "note">;

const figureOf = ({ low, high, unit, grade, source, note }: Figure, date: string | null) => ({
  low,
  high,
  unit,
  date,
  grade: grade as Grade,
  source,
  note,
});

const usdUnits: Readonly<Record<string, number>> = { "USD bn": 1, "USD m": 1e-3 };

function usdBnOf({ low, high, unit }: Pick<Figure, "low" | "high" | "unit">): ObservedSale["usdBn"] {
  const size = usdUnits[unit];
  return size === undefined || low === null || high === null ? null : { low: low * size, high: high * size };
}

/** What a firm expected, which the facts tell in words. */
const isForecast = ({ quantity, note }: Pick<Row<"control_effect">, "quantity" | "note">): boolean =>
  /\b(forecast|guidance|expected)\b/.test(`${quantity} ${note ?? ""}`);

const newestFirst = (a: { readonly date: string | null }, b: { readonly date: string | null }): number =>
  (b.date ?? "").localeCompare(a.date ?? "");
