import { counted } from "../../base/format.ts";
import { present } from "../../base/present.ts";
import { listed, lowered } from "../../base/words.ts";
import { firmPartUnknown, isUnnamed } from "../../leverage/draw/firm-part.ts";
import type { TradedBy } from "../../leverage/traded.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { LeftOut } from "./leverage-report.ts";

/**
 * Technologies that some could hold an unknown part of, by the rule of scenarios: no share of it is known, or the known shares leave a rest and
 * name none of theirs, or no part of a firm. An answer leaves it out and is then a lower bound.
 *
 * @param asked technologies, by index; `null`: all that stand for themselves
 * @param traded imports of the targets: where they tell who buys from whom, shares of an economy are not asked
 */
export function leftOutOf(
  { model, withholding }: ReadModel,
  asked: readonly number[] | null,
  parties: readonly string[],
  targets: readonly string[],
  traded: TradedBy,
): readonly LeftOut[] {
  const { technologies, varieties } = model.map;
  const families = new Set(varieties.map(({ parent }) => parent));
  const all = asked ?? technologies.map(({ index }) => index).filter((t) => !families.has(t));
  const byOrigin = (t: number): boolean => targets.length > 0 && targets.every((on) => traded(on).has(t));
  const isUnknown = (code: string, t: number): boolean =>
    model.map.economyOf.has(code) ? firmPartUnknown(model, code, t) : !byOrigin(t) && isUnnamed(model, code, t);
  const found = new Map<number, LeftOut>();
  for (const each of all) {
    const seeds = withholding.seeds(each);
    for (const t of seeds.length === 0 ? [each] : seeds) {
      const { id: technology, name } = technologies[t]!;
      const of = seeds.length === 0 ? parties : parties.filter((code) => isUnknown(code, t));
      if (of.length > 0) found.set(t, { technology, name, parties: of, anybody: seeds.length > 0 });
    }
  }
  return [...found.values()];
}

/** How many technologies are left out of what one could withhold. */
export const leavesOut = (leftOut: readonly LeftOut[], code: string): number =>
  leftOut.filter(({ parties }) => parties.includes(code)).length;

const named = (leftOut: readonly LeftOut[]): string => listed(leftOut.map(({ name }) => lowered(name)));

/** Parties of whom all that is left out is named; of more than these how many technologies. */
const mostNamed = 2;

/** The same in full, once for all who act, and where to find a bound. */
export function leftOutLimits(read: ReadModel, leftOut: readonly LeftOut[], from: readonly string[]): readonly string[] {
  if (leftOut.length === 0) return [];
  const [ofNobody, ofOthers] = [leftOut.filter(({ anybody }) => !anybody), leftOut.filter(({ anybody }) => anybody)];
  const counts = from.map((code) => leavesOut(ofOthers, code));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const each =
    from.length <= mostNamed
      ? from.flatMap((code) => {
          const own = ofOthers.filter(({ parties }) => parties.includes(code));
          return present(
            own.length > 0 &&
              `Left out for ${partyName(read, code)}, whose share is unknown, ${counted(own.length, "technology", "technologies")}: ${named(own)}.`,
          );
        })
      : [
          `Left out for senders whose share is unknown while others have one: ${least === most ? "" : `${least} to `}${counted(most, "technology", "technologies")} each; --json names them.`,
        ];
  return present(
    ofNobody.length > 0 &&
      `Left out, since no share at all is known, ${counted(ofNobody.length, "technology", "technologies")}: ${named(ofNobody)}.`,
    ...(ofOthers.length > 0 ? each : []),
    "Where anything is left out, losses and costs are at least what is shown, and 0 means only that no loss is known. `simulate` gives an upper bound for a scenario.",
  );
}
