import type { MetricKind } from "../../leverage/course/metric.ts";
import { horizons } from "../../leverage/course/steps.ts";
import { metricsAt } from "../../leverage/scenario/run-scenario.ts";
import { gdpOf } from "../shared/names.ts";
import { partyName } from "./planned-scenario.ts";
import {
  grows,
  isUseValued,
  isValued,
  isWholeTold,
  mixOf,
  ownUseTold,
  productsOf,
  type ResultContext,
  salesTold,
  seriesOf,
  targetHead,
} from "./scenario-told.ts";
import type { SenderResult, Series, TargetResult } from "./simulate-report.ts";

/** What a scenario does to target `k`. */
export function targetResult(context: ResultContext, k: number): TargetResult {
  const { read, compiled, run, numbers, withUnknown } = context;
  const target = compiled.targets[k]!;
  const ids = (list: readonly number[]): string[] => list.map((t) => read.map.technologies[t]!.id);
  const whole = isWholeTold(context, k);
  const mix = mixOf(context, k);
  const products = productsOf(context).filter((t) => mix.mix?.includes(read.map.technologies[t]!.id) ?? true);
  const [valued, useValued, growing] = [isValued(context, k), isUseValued(context, k), grows(context)];
  const gdp = target.designer || target.ownsRest ? null : gdpOf(read, target.code);
  const of = (kind: MetricKind, scale = 1): Series => seriesOf(numbers, { kind, target: k }, scale);
  const technologies = run.technologies.flatMap((t) => technologyResult(context, k, t) ?? []);
  return {
    ...targetHead(read, compiled, target),
    ...mix,
    loss: whole ? of("loss") : null,
    mean: whole ? sinceLast(of("mean")) : null,
    average: whole ? sinceLast(of("average")) : null,
    growth: whole && growing ? of("growth") : null,
    usd: valued ? of("usd") : null,
    usdAverage: valued ? sinceLast(of("usdAverage")) : null,
    useUsd: useValued ? of("useUsd") : null,
    useUsdAverage: useValued ? sinceLast(of("useUsdAverage")) : null,
    outsourcedUsd: useValued ? of("outsourcedUsd") : null,
    gdpShare: valued && gdp ? of("usd", 1 / gdp.usdBn) : null,
    gdp,
    unvalued: ids(target.designer ? products : run.unvalued),
    withUnknown: withUnknown?.[k] ?? null,
    products: products.map((product) => ({
      product: read.map.technologies[product]!.id,
      name: read.map.technologies[product]!.name,
      loss: seriesOf(numbers, { kind: "loss", target: k, product }),
      mean: sinceLast(seriesOf(numbers, { kind: "mean", target: k, product })),
      growth: growing ? seriesOf(numbers, { kind: "growth", target: k, product }) : null,
      use: seriesOf(numbers, { kind: "use", target: k, product }),
      useAverage: sinceLast(seriesOf(numbers, { kind: "useAverage", target: k, product })),
    })),
    technologies,
    cheaper: cheaperOf(technologies, valued ? of("usd") : null),
  };
}

/** A mean over months before: at the first horizon there are none. */
const sinceLast = ([, ...rest]: Series): readonly (Series[number] | null)[] => [null, ...rest];

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
    usedUp: month === undefined ? null : usedUpIn(numbers, month),
    price: priceOf(context, k, t),
  };
}

function usedUpIn({ stockFirst, draws }: ResultContext["numbers"], at: number): TechnologyResult["usedUp"] {
  const gone = stockFirst[at]!;
  return { stockFirst: gone > horizons.at(-1)! ? null : gone, drawn: draws.spread[at]! };
}

/** The horizon at which price and output are compared: 12 months. */
const yearAt = horizons.indexOf(12);

/** What the price does that clears the market; `null` where elasticities are not known. What a firm buys is unknown. */
function priceOf({ run, numbers, compiled }: ResultContext, k: number, t: number): TechnologyResult["price"] {
  const at = (kind: "rise" | "paid") => metricsAt(numbers.metrics, { kind, target: k, technology: t })[0];
  const [rise, paid] = [at("rise"), at("paid")];
  if (rise === undefined || paid === undefined) return null;
  const { spread } = numbers.draws;
  const isUnknown = Number.isNaN(run.middle.market[t]!) || compiled.targets[k]!.designer;
  return { rise: spread[rise]!, paidUsdBn: isUnknown ? null : spread[paid]! };
}

/** Output lost or price paid: known only where a price is known of all that is withheld. */
function cheaperOf(technologies: readonly TechnologyResult[], usd: TargetResult["usd"]): TargetResult["cheaper"] {
  if (usd === null || technologies.length === 0) return null;
  const paid = technologies.map(({ price }) => price?.paidUsdBn ?? null);
  if (paid.some((each) => each === null)) return null;
  const priceUsdBn = paid.reduce((sum, each) => sum + each![1], 0);
  const outputUsdBn = usd[yearAt]!.drawn[1];
  return { outputUsdBn, priceUsdBn, by: priceUsdBn < outputUsdBn ? "price" : "output" };
}

/** What a scenario costs sender `a`; `null` where it is unknown. */
export function senderResult(context: ResultContext, a: number): SenderResult {
  const { read, compiled, numbers } = context;
  const code = compiled.senders[a]!;
  const of = (kind: "sales" | "downstream" | "lasting", told: boolean) => (told ? seriesOf(numbers, { kind, sender: a }) : null);
  const sold = salesTold(context, a);
  return {
    code,
    name: partyName(read, code),
    follows: compiled.followers.has(code),
    sales: of("sales", sold),
    downstream: of("downstream", ownUseTold(context, a)),
    lasting: of("lasting", sold),
  };
}
