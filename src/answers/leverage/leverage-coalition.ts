import type { InputSpace } from "../../leverage/draw/input-space.ts";
import type { DrawOptions } from "../../leverage/draw/monte-carlo.ts";
import type { WeighedReply } from "../../leverage/game/best-reply.ts";
import type { GameQuestion } from "../../leverage/game/coalition-game.ts";
import { type CoalitionValue, coalitionValue, type WeighedCoalition } from "../../leverage/game/coalition-value.ts";
import type { Estimate } from "../../leverage/game/estimate.ts";
import { controlsInForce } from "../../leverage/game/in-force.ts";
import type { CellNumber, MatrixCell } from "../../leverage/game/leverage-matrix.ts";
import { membersOf } from "../../leverage/members.ts";
import { productPlaces } from "../../leverage/product-places.ts";
import { makingGap } from "../shared/making-gap.ts";
import { gdpOf } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { movesOf } from "./leverage-moves.ts";
import type { CoalitionReport, LeverageCell } from "./leverage-report.ts";

const shownReplies = 5;

export interface CoalitionAnswer {
  readonly report: CoalitionReport;
  readonly shapley: Readonly<Record<string, readonly [number, number, number]>>;
}

/**
 * What all members together can do to one target, split among them, and how the target could reply. The cost of acting is known only where the
 * value of what the target makes is, since the senders' own use of it is a part of that.
 * @param unknown members of whom neither a share nor a rule is known
 * @param replyLeavesOut technologies of which the target's part is unknown
 */
export async function coalitionReport(
  read: ReadModel,
  question: GameQuestion,
  space: InputSpace,
  { isWhole, ...options }: DrawOptions & { readonly threshold: number | null; readonly isWhole: boolean },
  unknown: readonly string[],
  { replyPatents, replyLeavesOut }: Pick<CoalitionReport, "replyPatents" | "replyLeavesOut">,
): Promise<CoalitionAnswer> {
  const { members, target, unit, outsiders } = question;
  const inForce = await controlsInForce(question, read.withholding.seeds, space, { ...options, isWhole, onProgress: undefined });
  const known = members.filter((code) => makingGap(read, code) === null);
  const threshold = options.threshold === null ? null : options.threshold * (unit === "usd" ? outputUsd(read, question, space) : 1);
  const found = await coalitionValue(question, space, {
    ...options,
    threshold,
    replyOn: known,
    isPriced: (t) => !Number.isNaN(space.middle.market[t]!),
  });
  const byMember = <T>(of: (i: number) => T): Record<string, T> =>
    Object.fromEntries(members.flatMap((code, i) => (unknown.includes(code) ? [] : [[code, of(i)]])));
  const valued = unit === "usd";
  const weighed = ({ unpriced: left, cost, ...rest }: WeighedCoalition) => ({ ...rest, cost: valued ? cost : null, unpriced: left.length });
  const unpriced = (t: number | null): number =>
    (t === null ? found.held : [t]).filter((each) => Number.isNaN(space.middle.market[each]!)).length;
  const weighedReply = ({ technology, harm, cost, net }: WeighedReply) => ({
    technology: technology === null ? null : read.map.technologies[technology]!.id,
    name: technology === null ? null : read.map.technologies[technology]!.name,
    harm,
    cost,
    net,
    unpriced: unpriced(technology),
  });
  return {
    report: {
      on: target,
      members,
      unknownMembers: unknown,
      unit: unit === "usd" ? "USD bn a year" : "part of output",
      outsiders,
      value: found.value,
      ofGdp: valued ? partOf(found.value[outsiders], gdpOf(read, target)?.usdBn ?? null) : null,
      inForce: inForce && {
        ...inForce,
        controls: inForce.controls.map((each) => ({ ...each, technologies: each.technologies.map((t) => read.map.technologies[t]!.id) })),
      },
      afterReply: found.afterReply,
      shapleyMiddle: byMember((i) => found.shapley[i]!.middle),
      joining: byMember((i) => found.joining[i]!),
      last: byMember((i) => found.last[i]!),
      threshold: found.threshold,
      thresholdGiven: threshold !== null,
      smallest: found.smallest && weighed(found.smallest),
      pareto: valued ? found.pareto.filter(isPart(found)).map(weighed) : [],
      reply: found.reply && weighedReply(found.reply),
      replies: found.replies.filter(isShownReply).map(weighedReply),
      ...(await movesOf(read, question, space, options, known, found)),
      replyUnknown: members.filter((code) => !known.includes(code)),
      replyLeavesOut,
      replyPatents,
    },
    shapley: byMember((i) => found.shapley[i]!.interval),
  };
}

/** The first ones, all at once, and the most harmful of unknown cost. */
const isShownReply = ({ technology, net }: WeighedReply, i: number, all: readonly WeighedReply[]): boolean =>
  i < shownReplies || technology === null || (net === null && all[i - 1]!.net !== null);

/** Sets whose harm can be distinguished from none. */
const isPart =
  ({ value }: CoalitionValue) =>
  ({ harm }: WeighedCoalition): boolean =>
    harm.interval[1] > 1e-4 * Math.max(...Object.values(value).map(({ interval }) => interval[1]));

/** What a target makes of final products with a published value, USD bn a year. */
function outputUsd({ model }: ReadModel, { target }: GameQuestion, { middle }: InputSpace): number {
  const made = productPlaces(model, target, membersOf(model, target), "make");
  return made.reduce((sum, { mid }, j) => {
    const known = !Number.isNaN(middle.market[model.map.products[j]!]!);
    return sum + (known ? mid * middle.value[j]! : 0);
  }, 0);
}

const nothing = {
  loss: null,
  usd: null,
  ofGdp: null,
  useUsd: null,
  sales: null,
  downstream: null,
  cost: null,
  lasting: null,
  net: null,
  complementarity: null,
} as const;

/** A cell of which nothing can be said, and why. */
export function unknownCell(from: string, on: string, gap: NonNullable<LeverageCell["gap"]>, leavesOut: number): LeverageCell {
  return { from, on, gap, ...nothing, technologies: [], unpriced: [], leavesOut, patents: null };
}

/**
 * A cell that was run. What rests on an unknown figure is `null`.
 * @param leavesOut technologies of which the sender's part is unknown
 */
export function knownCell(
  read: ReadModel,
  { from, on, numbers, technologies }: MatrixCell,
  market: Float64Array,
  leavesOut: number,
): LeverageCell {
  const { map } = read;
  if (technologies.length === 0) return unknownCell(from, on, "no-known-supply", leavesOut);
  const idOf = (t: number): string => map.technologies[t]!.id;
  const unpriced = technologies.filter((t) => Number.isNaN(market[t]!));
  const common = { from, on, technologies: technologies.map(idOf), unpriced: unpriced.map(idOf), leavesOut, patents: null };
  const gap = makingGap(read, on);
  if (gap !== null) return { ...common, gap, ...nothing, loss: numbers.loss };
  const priced = unpriced.length < technologies.length;
  const isFirm = map.economyOf.has(from);
  const cost = (name: CellNumber): Estimate | null => (priced ? numbers[name] : null);
  return {
    ...common,
    gap: null,
    loss: numbers.loss,
    usd: numbers.usd,
    ofGdp: partOf(numbers.usd, gdpOf(read, on)?.usdBn ?? null),
    useUsd: numbers.useUsd,
    sales: cost("sales"),
    downstream: isFirm ? null : numbers.downstream,
    cost: cost("cost"),
    lasting: cost("lasting"),
    net: cost("net"),
    complementarity: cost("complementarity"),
  };
}

/** A part of GDP; `null` where that is not known. */
function partOf({ middle, interval: [low, median, high] }: Estimate, gdp: number | null): Estimate | null {
  return gdp === null ? null : { middle: middle / gdp, interval: [low / gdp, median / gdp, high / gdp] };
}
