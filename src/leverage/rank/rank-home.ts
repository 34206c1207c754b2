import type { Interval } from "../../base/numbers.ts";
import type { Setting } from "../chokepoint-score.ts";
import { type Additions, createAdditions } from "../course/product-weights.ts";
import { createInputSpace, type InputSpace } from "../draw/input-space.ts";
import { type DrawOptions, drawAll } from "../draw/monte-carlo.ts";
import { type Holding, holdingOf } from "../halflife/holding.ts";
import type { TradedBy } from "../target.ts";
import type { Withholding } from "../withholding.ts";
import { createHeldCourse, type HeldCourse, heldNumbers, type RankMonths, rankMonths } from "./held-course.ts";
import { type Places, placesOf } from "./places.ts";

/** Which technologies of a home are ranked, and how. */
export interface RankQuestion {
  readonly withholding: Withholding;
  /** Economy or group; `null`: for each holder all the world but itself. */
  readonly home: string | null;
  readonly setting: Setting;
  readonly traded?: TradedBy | undefined;
  /** Technologies by index; a family gives way to those of its varieties that have shares. */
  readonly technologies: readonly number[];
  /** Months over which the loss is averaged that orders them. */
  readonly months: RankMonths;
}

/** What a technology's worst holder costs the home by withholding it from today: median and middle 80 % of draws. */
export interface RankedTechnology {
  readonly technology: number;
  readonly holder: string;
  /** By `rankMonths`: mean loss of running output (of a final product: of its use), 0..1. */
  readonly loss: readonly Interval[];
  /** By `rankMonths`: growth lost, in parts of present output. */
  readonly growth: readonly Interval[];
  /** By final product: mean loss over the first year. */
  readonly products: readonly { readonly product: number; readonly loss: Interval }[];
  readonly places: Places;
}

/** How many of a technology's largest foreign providers are tried; beside them whoever has a rule that reaches its supply. */
const mostHolders = 3;

interface Candidate {
  readonly holding: Holding;
  readonly course: HeldCourse;
}

/**
 * Ranks technologies by the mean loss that the worst single foreign holder causes, as the course has it. The holder is the worst in the middle
 * run, the figures are of draws. O(technologies x holders) courses, and O(draws x technologies) runs.
 */
export async function rankHome(question: RankQuestion, options: DrawOptions): Promise<readonly RankedTechnology[]> {
  const { withholding, months } = question;
  const additions = createAdditions(withholding.model, withholding.model.map.products);
  const candidates = candidatesOf(question, additions);
  const space = createInputSpace(withholding.model, {
    technologies: [...withholding.model.map.technologies.keys()],
    parties: candidates.flat()[0]?.holding.parties ?? [],
  });
  const horizon = rankMonths.indexOf(months);
  additions.read(space.middle);
  return ranked(
    candidates.flatMap((of) => worstOf(of, space, horizon) ?? []),
    { space, additions },
    horizon,
    options,
  );
}

/** By technology what each of its holders could do. */
function candidatesOf(
  { withholding, home, setting, traded, technologies }: RankQuestion,
  additions: Additions,
): readonly (readonly Candidate[])[] {
  const single = technologies.filter((t) => withholding.seeds(t).length === 1 && withholding.seeds(t)[0] === t);
  const holdings = single.map((t) =>
    triedHolders(setting, withholding, t)
      .map((holder) => holdingOf(withholding, t, holder, home, traded))
      .filter(({ stops }) => stops.length > 0),
  );
  const parties = [...new Set(holdings.flat().flatMap((holding) => holding.parties))];
  return holdings.map((of) =>
    of.map((holding) => ({
      holding: { ...holding, parties },
      course: createHeldCourse({ ...holding, parties, senders: [holding.holder] }, additions),
    })),
  );
}

/** The largest providers, then issuers of rules that reach others' supply. */
function triedHolders(setting: Setting, { model }: Withholding, t: number): readonly string[] {
  const row = model.shareEconomy.slice(model.shareStart[t]!, model.shareStart[t + 1]!);
  const provides = new Set(Array.from(row, (economy) => model.economies[economy]!));
  const holders = setting.holders(t);
  return [...holders.filter((holder) => provides.has(holder)).slice(0, mostHolders), ...holders.filter((holder) => !provides.has(holder))];
}

/** The candidate that costs most in the middle run; the first of equals. */
function worstOf(candidates: readonly Candidate[], { middle }: InputSpace, horizon: number): Candidate | null {
  let [worst, most] = [null as Candidate | null, -1];
  for (const candidate of candidates) {
    const numbers = new Float64Array(heldNumbers.size(candidate.course));
    candidate.course.read(middle, null, numbers);
    if (numbers[heldNumbers.loss(horizon)]! > most) [worst, most] = [candidate, numbers[heldNumbers.loss(horizon)]!];
  }
  return worst;
}

async function ranked(
  acts: readonly Candidate[],
  { space, additions }: { readonly space: InputSpace; readonly additions: Additions },
  horizon: number,
  options: DrawOptions,
): Promise<readonly RankedTechnology[]> {
  const starts = [0];
  for (const { course } of acts) starts.push(starts.at(-1)! + heldNumbers.size(course));
  const { values, spread } = await drawAll(
    (draw, into) => {
      const inputs = space.draw(draw.seed, draw.draw);
      additions.read(inputs);
      for (const [i, { course }] of acts.entries()) course.read(inputs, draw, into.subarray(starts[i]!, starts[i + 1]!));
    },
    starts.at(-1)!,
    options,
  );
  const drawn = acts.map((_, i) => values[starts[i]! + heldNumbers.loss(horizon)]!);
  const median = acts.map((_, i) => spread[starts[i]! + heldNumbers.loss(horizon)]![1]);
  const total = drawn.map((losses) => losses.reduce((sum, loss) => sum + loss, 0));
  const order = [...acts.keys()].sort((a, b) => median[b]! - median[a]! || total[b]! - total[a]! || a - b);
  const places = placesOf(order.map((i) => drawn[i]!));
  return order.map((i, at) => {
    const { holding, course } = acts[i]!;
    const of = (place: number): Interval => spread[starts[i]! + place]!;
    return {
      technology: holding.technology,
      holder: holding.holder,
      loss: rankMonths.map((_, h) => of(heldNumbers.loss(h))),
      growth: rankMonths.map((_, h) => of(heldNumbers.growth(h))),
      products: course.products.map((product, p) => ({ product, loss: of(heldNumbers.product(p)) })),
      places: places[at]!,
    };
  });
}
