import type { InputSpace } from "../leverage/draw/input-space.ts";
import type { DrawOptions } from "../leverage/draw/monte-carlo.ts";
import type { GameQuestion } from "../leverage/game/coalition-game.ts";
import { type CoalitionValue, coalitionValue, type WeighedCoalition } from "../leverage/game/coalition-value.ts";
import { membersOf } from "../leverage/members.ts";
import { productPlaces } from "../leverage/product-places.ts";
import { partOf } from "./leverage-cells.ts";
import { gdpOf, makingGap } from "./leverage-parties.ts";
import type { CoalitionReport } from "./leverage-report.ts";
import type { ReadModel } from "./read-model.ts";

const shownReplies = 5;

export interface CoalitionAnswer {
  readonly report: CoalitionReport;
  readonly shapley: Readonly<Record<string, readonly [number, number, number]>>;
}

/** What all members together can do to one target, split among them, and how the target could reply. */
export async function coalitionReport(
  read: ReadModel,
  question: GameQuestion,
  space: InputSpace,
  options: DrawOptions & { readonly threshold: number | null },
  replyPatents: CoalitionReport["replyPatents"],
): Promise<CoalitionAnswer> {
  const { members, target, unit, outsiders } = question;
  const known = members.filter((code) => makingGap(read, code, space.middle.market) === null);
  const threshold = options.threshold === null ? null : options.threshold * (unit === "usd" ? outputUsd(read, question, space) : 1);
  const found = await coalitionValue(question, space, {
    ...options,
    threshold,
    replyOn: known,
    isPriced: (t) => !Number.isNaN(space.middle.market[t]!),
  });
  const byMember = <T>(of: (i: number) => T): Record<string, T> => Object.fromEntries(members.map((code, i) => [code, of(i)]));
  const unpriced = (t: number | null): number =>
    (t === null ? found.held : [t]).filter((each) => Number.isNaN(space.middle.market[each]!)).length;
  const isPriced = (t: number | null): boolean => unpriced(t) < (t === null ? found.held.length : 1);
  const idOf = (t: number | null): string | null => (t === null ? null : read.map.technologies[t]!.id);
  const reply = found.replies[0];
  return {
    report: {
      on: target,
      members,
      unit: unit === "usd" ? "USD bn a year" : "part of output",
      outsiders,
      value: found.value,
      ofGdp: unit === "usd" ? partOf(found.value[outsiders], gdpOf(read, target)) : null,
      afterReply: found.afterReply,
      shapleyMiddle: byMember((i) => found.shapley[i]!.middle),
      joining: byMember((i) => found.joining[i]!),
      last: byMember((i) => found.last[i]!),
      threshold: found.threshold,
      smallest: found.smallest,
      pareto: found.pareto.filter(isPart(found)),
      reply:
        found.reply && reply
          ? {
              technology: idOf(reply.technology),
              harm: found.reply.harm,
              cost: isPriced(reply.technology) ? found.reply.cost : null,
            }
          : null,
      replies: found.replies
        .filter(({ technology }, i) => i < shownReplies || technology === null)
        .map(({ technology, harm, cost, net }) => ({
          technology: idOf(technology),
          harm,
          cost: isPriced(technology) ? cost : null,
          net,
          unpriced: unpriced(technology),
        })),
      replyUnknown: members.filter((code) => !known.includes(code)),
      replyPatents,
    },
    shapley: byMember((i) => found.shapley[i]!.interval),
  };
}

/** Sets whose harm can be told from none. */
const isPart =
  ({ value }: CoalitionValue) =>
  ({ harm }: WeighedCoalition): boolean =>
    harm.middle > 1e-4 * Math.max(...Object.values(value).map(({ middle }) => middle));

/** What a target makes of final products with a published value, USD bn a year. */
function outputUsd({ model }: ReadModel, { target }: GameQuestion, { middle }: InputSpace): number {
  const made = productPlaces(model, target, membersOf(model, target), "make");
  return made.reduce((sum, { mid }, j) => {
    const known = !Number.isNaN(middle.market[model.map.products[j]!]!);
    return sum + (known ? mid * middle.value[j]! : 0);
  }, 0);
}
