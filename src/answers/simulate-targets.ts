import type { MetricKind } from "../leverage/course/outcome.ts";
import type { CourseTarget } from "../leverage/course/parties.ts";
import { horizons } from "../leverage/course/steps.ts";
import { spreadOf } from "../leverage/draw/spread.ts";
import { membersOf } from "../leverage/members.ts";
import { createParameterLookup } from "../leverage/parameters.ts";
import { metricsAt } from "../leverage/scenario/run-scenario.ts";
import { makesKnown } from "../leverage/scenario/scenario-parties.ts";
import { partyKind, partyName, targetName } from "./planned-scenario.ts";
import type { ReadModel } from "./read-model.ts";
import type { ResultContext } from "./result-context.ts";
import { seriesOf } from "./simulate-numbers.ts";
import type { SenderResult, Series, TargetResult } from "./simulate-report.ts";

/** What a scenario does to target `k`. */
export function targetResult(context: ResultContext, k: number): TargetResult {
  const { read, compiled, run, numbers, withUnknown } = context;
  const target = compiled.targets[k]!;
  const ids = (list: readonly number[]): string[] => list.map((t) => read.map.technologies[t]!.id);
  const products = [...new Set(run.metrics.flatMap(({ product }) => product ?? []))];
  const valued = !target.designer && products.some((t) => !run.unvalued.includes(t));
  const gdp = gdpOf(read, target);
  const of = (kind: MetricKind, scale = 1): Series => seriesOf(numbers, { kind, target: k }, scale);
  const technologies = run.technologies.flatMap((t) => technologyResult(context, k, t) ?? []);
  return {
    code: target.code,
    name: targetName(read, compiled, target.code),
    kind: partyKind(read, target.code),
    makes: target.designer || target.ownsRest || makesKnown(read.model, target.code),
    loss: of("loss"),
    mean: of("mean"),
    growth: of("growth"),
    usd: valued ? of("usd") : null,
    useUsd: valued ? of("useUsd") : null,
    gdpShare: valued && gdp ? of("usd", 1 / gdp.usdBn) : null,
    gdp,
    unvalued: ids(target.designer ? products : run.unvalued),
    withUnknown: withUnknown?.[k] ?? null,
    products: products.map((product) => ({
      product: read.map.technologies[product]!.id,
      name: read.map.technologies[product]!.name,
      loss: seriesOf(numbers, { kind: "loss", target: k, product }),
      mean: seriesOf(numbers, { kind: "mean", target: k, product }),
      growth: seriesOf(numbers, { kind: "growth", target: k, product }),
      use: seriesOf(numbers, { kind: "use", target: k, product }),
    })),
    technologies,
    cheaper: cheaperOf(technologies, valued ? of("usd") : null),
  };
}

/** GDP of an economy or group, USD bn; `null` for a firm, the world, or where a member's is not known. */
function gdpOf(read: ReadModel, { code, designer, ownsRest }: CourseTarget): TargetResult["gdp"] {
  if (designer || ownsRest) return null;
  const rows = membersOf(read.model, code).map((member) => read.economies.find(({ id }) => id === member));
  if (rows.some((row) => row?.gdp == null)) return null;
  const years = rows.flatMap((row) => row?.gdp_year ?? []);
  return { usdBn: rows.reduce((sum, row) => sum + row!.gdp!, 0), year: years.length > 0 ? Math.max(...years) : null };
}

type TechnologyResult = TargetResult["technologies"][number];

function technologyResult(context: ResultContext, k: number, t: number): TechnologyResult | null {
  const { read, numbers } = context;
  const { id, name, mode } = read.map.technologies[t]!;
  const wanted = { target: k, technology: t };
  const shortfall = seriesOf(numbers, { kind: "shortfall", ...wanted });
  if (shortfall.length === 0) return null;
  const month = metricsAt(numbers.metrics, { kind: "usedUp", ...wanted })[0];
  return {
    technology: id,
    name,
    mode,
    shortfall,
    felt: seriesOf(numbers, { kind: "felt", ...wanted }),
    refilled: seriesOf(numbers, { kind: "refilled", ...wanted }),
    usedUp:
      month === undefined
        ? null
        : {
            stockFirst: numbers.stockFirst[month]! > horizons.at(-1)! ? null : numbers.stockFirst[month]!,
            drawn: numbers.draws.spread[month]!,
          },
    price: priceOf(context, k, t),
  };
}

/** The horizon at which price and output are compared: 12 months. */
const yearAt = horizons.indexOf(12);

/** `Δln P = x / (ε_s + |ε_d|)` at 12 months, x what is felt of the shortfall; elasticities at the ends of their intervals. */
function priceOf({ read, run, numbers }: ResultContext, k: number, t: number): TechnologyResult["price"] {
  const lookup = createParameterLookup(read.map);
  const technology = read.map.technologies[t]!;
  const [supply, demand] = [lookup(technology, "supply-elasticity"), lookup(technology, "demand-elasticity")];
  if (!supply || !demand) return null;
  const valuesOf = (kind: "felt" | "need", h: number): Float64Array =>
    numbers.draws.values[metricsAt(numbers.metrics, { kind, target: k, technology: t })[h]!]!;
  const [felt, need] = [valuesOf("felt", yearAt), valuesOf("need", 0)];
  const size = Math.abs(demand.ends[1]) + supply.ends[1];
  if (size <= 0) return null;
  const rises = felt.map((x) => Math.exp(x / size) - 1);
  const market = run.middle.market[t]!;
  const paid = Number.isNaN(market) ? null : spreadOf(rises.map((rise, i) => rise * market * need[i]! * (1 - felt[i]!)));
  return { rise: spreadOf(rises.slice()), paidUsdBn: paid };
}

/** Output lost or price paid: told only where a price is known of all that is withheld. */
function cheaperOf(technologies: readonly TechnologyResult[], usd: TargetResult["usd"]): TargetResult["cheaper"] {
  if (usd === null || technologies.length === 0) return null;
  const paid = technologies.map(({ price }) => price?.paidUsdBn ?? null);
  if (paid.some((each) => each === null)) return null;
  const priceUsdBn = paid.reduce((sum, each) => sum + each![1], 0);
  const outputUsdBn = usd[yearAt]!.drawn[1];
  return { outputUsdBn, priceUsdBn, by: priceUsdBn < outputUsdBn ? "price" : "output" };
}

/** What a scenario costs sender `a`; of a firm that is in its economy's and not told apart. */
export function senderResult({ read, compiled, numbers }: ResultContext, a: number): SenderResult {
  const code = compiled.senders[a]!;
  const firm = read.map.economyOf.has(code);
  const of = (kind: "sales" | "downstream" | "lasting") => (firm ? null : seriesOf(numbers, { kind, sender: a }));
  return {
    code,
    name: partyName(read, code),
    follows: compiled.followers.has(code),
    sales: of("sales"),
    downstream: of("downstream"),
    lasting: of("lasting"),
  };
}
