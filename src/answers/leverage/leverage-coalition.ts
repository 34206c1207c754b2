import type { InputSpace } from "../../leverage/draw/input-space.ts";
import type { DrawOptions } from "../../leverage/draw/monte-carlo.ts";
import type { WeighedReply } from "../../leverage/game/best-reply.ts";
import type { GameQuestion } from "../../leverage/game/coalition-game.ts";
import { type CoalitionValue, coalitionValue, type WeighedCoalition } from "../../leverage/game/coalition-value.ts";
import { membersOf } from "../../leverage/members.ts";
import { productPlaces } from "../../leverage/product-places.ts";
import { gdpOf } from "../shared/gdp.ts";
import { makingGap } from "../shared/making-gap.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { partOf } from "./leverage-cells.ts";
import type { CoalitionReport } from "./leverage-report.ts";

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
  options: DrawOptions & { readonly threshold: number | null },
  unknown: readonly string[],
  { replyPatents, replyLeavesOut }: Pick<CoalitionReport, "replyPatents" | "replyLeavesOut">,
): Promise<CoalitionAnswer> {
  const { members, target, unit, outsiders } = question;
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
  const isPriced = (t: number | null): boolean => unpriced(t) < (t === null ? found.held.length : 1);
  const weighedReply = ({ technology, harm, cost, net }: WeighedReply) => ({
    technology: technology === null ? null : read.map.technologies[technology]!.id,
    name: technology === null ? null : read.map.technologies[technology]!.name,
    harm,
    cost: isPriced(technology) ? cost : null,
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
      afterReply: found.afterReply,
      shapleyMiddle: byMember((i) => found.shapley[i]!.middle),
      joining: byMember((i) => found.joining[i]!),
      last: byMember((i) => found.last[i]!),
      threshold: found.threshold,
      thresholdGiven: threshold !== null,
      smallest: found.smallest && weighed(found.smallest),
      pareto: valued ? found.pareto.filter(isPart(found)).map(weighed) : [],
      reply: found.reply && weighedReply(found.reply),
      replies: found.replies.filter(({ technology }, i) => i < shownReplies || technology === null).map(weighedReply),
      replyUnknown: members.filter((code) => !known.includes(code)),
      replyLeavesOut,
      replyPatents,
    },
    shapley: byMember((i) => found.shapley[i]!.interval),
  };
}

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
