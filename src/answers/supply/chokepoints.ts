import { present } from "../../base/collections.ts";
import { percentInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { scoreDetail, sensitivities } from "../../leverage/chokepoint-score.ts";
import { smallestCoalition } from "../../leverage/coalition.ts";
import { usualDraws } from "../../leverage/draw/monte-carlo.ts";
import { corners } from "../../leverage/ends.ts";
import { membersOf } from "../../leverage/members.ts";
import { isDenied } from "../../leverage/potential.ts";
import { salesUntold } from "../../leverage/product-places.ts";
import { rankMonths } from "../../leverage/rank/held-course.ts";
import type { RankedTechnology } from "../../leverage/rank/rank-home.ts";
import type { Target } from "../../leverage/target.ts";
import { concentration } from "../../measure/supply/concentration.ts";
import { controlState, hits } from "../../screen/control-state.ts";
import { byHolder, dependsOn } from "../profile/dependences.ts";
import type { Dependence } from "../profile/profile-report.ts";
import { evidenceOf, weakest } from "../shared/evidence-of.ts";
import { makingUnknown } from "../shared/making-gap.ts";
import { economyName, technologyNames } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { placeName } from "../shared/require-place.ts";
import { causesOf, type DetailContext, detailContext, flagsOf, hangsOnOf, remedyOf } from "./chokepoint-details.ts";
import type { Chokepoint, ChokepointReport } from "./chokepoint-report.ts";
import { whyNot } from "./not-applicable.ts";
import { isTold, makingKnown, type Ranking, scoreOf } from "./ranking.ts";
import type { ChokepointQuestion } from "./supply-questions.ts";

const defaultTop = 20;

/** Which technologies could be withheld at what loss, from a home or from the world, with causes, flags and remedies. */
export function answerChokepoints(read: ReadModel, options: ChokepointQuestion, ranking: Ranking): ChokepointReport {
  const context = detailContext(read, ranking);
  const describe = (entries: readonly RankedTechnology[]) => entries.map((entry, at) => describeOne(context, ranking, entry, at + 1));
  const unplaced = ranking.unplaced.map((entry) => describeOne(context, ranking, entry, null));
  const ranked = describe(ranking.ranked.slice(0, options.top ?? defaultTop));
  const finalProducts = describe(ranking.uses);
  const { home } = ranking;
  const dependence = home === null || makingKnown(ranking) ? [] : dependsOn(read, new Set([home, ...membersOf(read.model, home)]));
  const who = home === null ? "the world" : placeName(read, home);
  return {
    question: say("chokepoints.which-technologies-could-a", { who, months: String(ranking.months) }),
    finding: findingOf(read, ranked, ranking, dependence),
    home: ranking.home,
    months: ranking.months,
    makingKnown: makingKnown(ranking),
    dependsOn: dependence,
    source: options.source ?? null,
    asOf: read.map.asOf,
    total: ranking.ranked.length,
    ranked,
    finalProducts,
    unplaced,
    notApplicable: ranking.notApplicable
      .map((t) => ({ technology: t.id, reason: whyNot(read, ranking, t) }))
      .sort((a, b) => (a.technology < b.technology ? -1 : 1)),
    unknown: ranking.unknown.map((t) => t.id).sort(),
    names: namesOf(read, ranking, [...ranked, ...finalProducts, ...unplaced]),
    evidence: evidenceOf(read, {
      grade: weakest(ranked.map((entry) => entry.grade)),
      sources: ranked.flatMap((entry) => entry.sources),
      rules: ["method:denial", "method:composition", "method:chokepoint-rank"],
      limits: present(
        !makingKnown(ranking) && "A source that says which final products the home makes would narrow its loss.",
        "A mean loss over the months from today on, in the model: stock is used, others fill in, new makers build. Not a forecast.",
        "Output is what is made there and, where a source says what its designers sell, what they have made elsewhere.",
        salesLimit(read, ranking.home),
        `${say("chokepoints.median-and-middle-of", { usualDraws: String(usualDraws) })} ${say("chokepoints.places-that-the-draws")}`,
        "Technologies without any known share are listed apart: their score lies anywhere from 0 to 1.",
        revivedLimit(read, ranking.home),
      ),
    }),
  };
}

/** Names of the economies and technologies that a report tells by their id. */
function namesOf(read: ReadModel, ranking: Ranking, entries: readonly Chokepoint[]): ChokepointReport["names"] {
  const economies = entries.flatMap(({ holder, coalition, remedy, imports }) => [
    ...(holder === null ? [] : [holder.economy]),
    ...(coalition?.members ?? []),
    ...(remedy?.others ?? []).map(({ economy }) => economy),
    ...imports.flatMap(({ partners }) => partners.map(({ economy }) => economy)),
  ]);
  const technologies = [...ranking.notApplicable, ...ranking.unknown].map(({ id }) => id);
  return {
    ...technologyNames(read, [...technologies, ...entries.flatMap(({ products }) => products.map(({ product }) => product))]),
    ...Object.fromEntries([...(ranking.home === null ? [] : [ranking.home]), ...economies].map((code) => [code, placeName(read, code)])),
  };
}

/** Names the controls against the home that are in force again unless their suspension was extended. */
function salesLimit({ map, model }: ReadModel, home: string | null): string | null {
  const untold = home === null ? [] : salesUntold(model, home, membersOf(model, home)).map((t) => map.technologies[t]!.name);
  return untold.length > 0 ? say("chokepoints.what-firms-seated-there", { untold: listed(untold) }) : null;
}

function revivedLimit({ map, model }: ReadModel, home: string | null): string | null {
  if (home === null) return null;
  const names = [home, ...membersOf(model, home)];
  const citations = [...map.rows.withheld, ...map.rows.reach].flatMap((row) =>
    hits(row, names) !== null && controlState(row, model.timeline, map.asOf).state === "suspension ended unless extended"
      ? [row.citation]
      : [],
  );
  if (citations.length === 0) return null;
  return `${say("chokepoints.in-force-again-on", { asOf: map.asOf, which: [...new Set(citations)].join("; ") })} ${say("chokepoints.what-they-reach-counts")}`;
}

function findingOf(read: ReadModel, ranked: readonly Chokepoint[], ranking: Ranking, dependence: readonly Dependence[]): string {
  const home = ranking.home && placeName(read, ranking.home);
  const [first] = ranked;
  if (home !== null && !makingKnown(ranking)) {
    const needs = dependence.length === 0 ? "" : say("chokepoints.it-depends-on", { byHolder: byHolder(dependence, 3) });
    return `${makingUnknown(home)}${needs}`;
  }
  if (!first?.holder) return say("chokepoints.in-the-model-no", { home: home ?? "the world" });
  const holder = economyName(read, first.holder.economy);
  const whose = say("chokepoints.the-final-chip-output", {
    home: home === null ? say("chokepoints.outside", { holder }) : say("chokepoints.of", { home }),
  });
  const already = first.withheld.length > 0 ? ", on which a control is in force already" : "";
  return say("chokepoints.in-the-model-could", {
    holder,
    score: percentInterval(first.score!),
    whose,
    months: String(ranking.months),
    name: first.name,
    asOf: read.map.asOf,
    already,
  });
}

function describeOne(context: DetailContext, ranking: Ranking, entry: RankedTechnology, place: number | null): Chokepoint {
  const { read, target } = context;
  const { map, withholding } = read;
  const technology = map.technologies[entry.technology]!;
  const structural = ranking.structural.get(entry.technology)!;
  const supply = technology.supply;
  const entries = supply?.entries ?? [];
  const { holder } = entry;
  const act = ranking.setting.act(holder);
  const held = entries.find((each) => each.holder === holder);
  const { top } = concentration(entries);
  const detail = scoreDetail(withholding, act, technology.index);
  const causes = causesOf(context, technology, holder, detail);
  const horizon = rankMonths.indexOf(ranking.months);
  const told = isTold(read, ranking, entry);
  const shortfall = target
    ? withholding.seeds(technology.index).reduce((most, seed) => Math.max(most, withholding.shortfall(act, seed, corners[1])), 0)
    : 0;
  return {
    technology: technology.id,
    name: technology.name,
    kind: technology.kind,
    stage: technology.stage,
    supplyMode: technology.mode,
    marketSize: context.parameter(technology, "market-size")?.ends ?? null,
    rank: place === null ? null : { low: entry.places.first, mid: place, high: entry.places.last },
    score: scoreOf(read, ranking, entry),
    losses: told ? rankMonths.map((months, h) => ({ months, loss: entry.loss[h]!, growth: entry.growth[h]! })) : [],
    growth: told && technology.mode === "capital" ? entry.growth[horizon]! : null,
    structural: structural.score,
    loss: map.products.includes(technology.index) ? "use" : "output",
    holder: { economy: holder, share: held?.low ?? null, high: held?.high ?? null, reachable: detail.reachable },
    top: top && { economy: top.holder, share: top.low, high: top.high },
    coalition: target && smallestCoalition(withholding, target, ranking.reach, ranking.setting.holders(technology.index), technology.index),
    unknownShare: supply?.unknown ?? withholding.unknown(technology.index),
    basis: supply?.basis ?? null,
    year: supply?.year ?? null,
    withheld: withheldOf(read, target, technology.index),
    products: entry.products.map(({ product, loss }) => ({
      product: map.technologies[product]!.id,
      loss,
      made: madeOf(read, target, technology.index, product),
    })),
    hangsOn: hangsOnOf(context, technology, sensitivities(withholding, act, technology.index)),
    doubts: (read.doubts.get(technology.id) ?? []).map(({ text }) => text),
    causes,
    flags: flagsOf(context, technology),
    remedy: remedyOf(context, technology, holder, shortfall),
    imports: context.trade?.years(technology.id) ?? [],
    grade: "assumed",
    sources: [...new Set([...(supply?.rows ?? []).flatMap((row) => row.source ?? []), ...causes.flatMap((cause) => cause.sources)])],
  };
}

/** Controls in force on a technology or, for a family, on its varieties. */
function withheldOf({ withholding }: ReadModel, target: Target | null, t: number): Chokepoint["withheld"] {
  const controls = [...new Set([t, ...withholding.seeds(t)])].flatMap((node) => target?.withheld.get(node) ?? []);
  const unique = new Map(controls.map(({ lapsed: _, ...control }) => [`${control.issuer}|${control.citation}|${control.since}`, control]));
  return [...unique.values()].sort((a, b) => (a.since ?? "").localeCompare(b.since ?? ""));
}

/** Whether the home makes a product; `withheld`: a control in force keeps it from what it would need. */
function madeOf(read: ReadModel, target: Target | null, t: number, product: number): "yes" | "no" | "unknown" | "withheld" {
  const made = target?.made[read.model.productRank[product]!] ?? 1;
  if (target && [t, ...read.withholding.seeds(t)].some((node) => isDenied(target, node))) return "withheld";
  return made === 1 ? "yes" : made === 0 ? "unknown" : "no";
}
