import { has, present } from "../../base/collections.ts";
import { number, percentInterval, usdBnInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { atLeast, boundOf, capital, listed, lowered, sumOf } from "../../base/words.ts";
import { firmPartUnknown, isUnnamed } from "../../leverage/draw/firm-part.ts";
import type { TradedBy } from "../../leverage/target.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import type { Evidence } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { makingGap, makingUnknown } from "../shared/making-gap.ts";
import { technologyName } from "../shared/names.ts";
import { assumedWords } from "../shared/outsider-words.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { supplyEvidence } from "../shared/supply-evidence.ts";
import { tradeEvidence } from "../supply/imports.ts";
import type { CoalitionReport, LeftOut, LeverageCell, LeverageReport } from "./leverage-report.ts";
import { observedLimits, observedSources } from "./observed-words.ts";

type Told = Omit<LeverageReport, "finding" | "evidence">;

/** The answer in two sentences at most. */
export function leverageFinding(read: ReadModel, report: Told): string {
  const { on, coalition, shapley } = report;
  if (on === null) return matrixFinding(read, report);
  if (coalition === null || shapley === null) return noCoalition(read, report, on);
  const found = coalitionFinding(read, coalition, shapley, report);
  const isNothing = number(coalition.value[coalition.outsiders].interval[2]) === "0";
  return present(found, isNothing && lackOfUse(read, report.cells)).join(" ");
}

/** Why nothing is known of a target. */
function noCoalition(read: ReadModel, { from, technologies, leftOut }: Told, on: string): string {
  const [target, gap] = [partyName(read, on), makingGap(read, on)];
  if (gap === "makes-nothing") return say("leverage-finding.makes-no-final-product", { target: target.replace(/^the /, "The ") });
  if (gap === "making-unknown") return makingUnknown(target);
  const whom = listed(from.map((code) => partyName(read, code)));
  const asked =
    technologies === null
      ? ""
      : say("leverage-finding.of-what-is-asked", {
          leftOut: leftOut.length > 0 ? ` (${listed(leftOut.map(({ name }) => lowered(name)))})` : "",
        });
  return say("leverage-finding.no-share-and-no", { asked, whom, target });
}

function matrixFinding(read: ReadModel, { cells, unvalued }: Told): string {
  const known = cells.filter(has("usd")).sort((a, b) => b.usd.interval[1] - a.usd.interval[1]);
  const [most] = known;
  if (!most) return say("leverage-finding.no-loss-in-usd", { cells: String(cells.length) });
  const sum = sumOf(most.leavesOut > 0, unvalued.length > 0);
  const gdp = most.ofGdp === null ? "" : say("leverage-finding.or-of-its-gdp", { interval: percentInterval(most.ofGdp.interval) });
  const loss = say("leverage-finding.a-year-of-the", {
    sum,
    interval: usdBnInterval(most.usd.interval),
    read: partyName(read, most.on),
    gdp,
  });
  const unknown = cells.length - known.length;
  const rest = unknown > 0 ? say("leverage-finding.for-of-pairs-the", { unknown: String(unknown), cells: String(cells.length) }) : "";
  return `${say("leverage-finding.in-the-model-could", { read: partyName(read, most.from), loss })}${rest}`;
}

function coalitionFinding(
  read: ReadModel,
  { members, unknownMembers, on, unit, value, outsiders, inForce }: CoalitionReport,
  shapley: Readonly<Record<string, readonly [number, number, number]>>,
  { months, unvalued, leftOut, asOf }: Told,
): string {
  const inUsd = unit !== "part of output";
  const words = (interval: readonly [number, number, number]): string => (inUsd ? usdBnInterval(interval) : percentInterval(interval));
  const known = members.filter((code) => shapley[code] !== undefined);
  const [first] = [...known].sort((a, b) => shapley[b]![1] - shapley[a]![1]);
  const most = first === undefined || known.length === 1 ? undefined : { name: partyName(read, first), interval: shapley[first] };
  const split =
    most?.interval && number(most.interval[1]) !== "0"
      ? say("leverage-finding.most-of-it-is", { name: most.name, words: words(most.interval) })
      : "";
  const inPart = unknownMembers.length > 0 || leftOut.length > 0;
  const taken = `${atLeast(!inPart && unvalued.length > 0 && inUsd)}${words(value[outsiders].interval)}${inUsd ? " a year" : ""}`;
  const base = read.map.economyOf.has(on) ? firmBase : "the final chip output of";
  const whom = listed(known.map((code) => partyName(read, code)));
  return `${say("leverage-finding.in-the-model-could-take", { inPart: inPart ? ", by what is known," : "", whom, taken, base, read: partyName(read, on), months })}${split}${inForce === null ? "" : ` ${standingWords(inForce.controls, { whom: listed(members.map((code) => partyName(read, code))), target: partyName(read, on), asOf })}`}`;
}

/** How many of their controls stand on the day, and how many of these may have come back. */
function standingWords(
  controls: NonNullable<CoalitionReport["inForce"]>["controls"],
  places: { readonly whom: string; readonly target: string; readonly asOf: string },
): string {
  const lapsed = controls.filter((each) => each.lapsed !== null).length;
  const maybe = lapsed === 0 ? "" : say("leverage-finding.unless-extended", { lapsed });
  return say("leverage-finding.controls-stand", { binding: controls.length - lapsed, ...places, maybe });
}

/** What is unknown or left out of the answer on one target, and its best reply, a sentence each. */
export function leverageRemarks(read: ReadModel, { coalition, cells, unvalued, leftOut }: Told): readonly string[] {
  if (coalition === null) return [];
  const { unknownMembers, on, unit, afterReply, reply, replyUnknown, replyLeavesOut } = coalition;
  const least = unvalued.length > 0;
  const uncosted = coalition.replies.find(({ cost }) => cost === null);
  const moreByReply = replyUnknown.length > 0 || replyLeavesOut > 0 || least;
  const unknownTaken = unknownMembers.length > 0 || leftOut.length > 0;
  const moreTaken = unknownTaken || (least && unit !== "part of output");
  return present(
    unknownMembers.length > 0 &&
      say("leverage-finding.what-could-add-is", { unknownMembers: listed(unknownMembers.map((code) => partyName(read, code))) }),
    reply?.cost && afterReply
      ? `${say("leverage-finding.the-best-reply-of", { read: partyName(read, on), allThat: reply.name === null ? "all that it holds" : lowered(reply.name), sum: sumOf(replyLeavesOut > 0, replyUnknown.length > 0 || least), interval: usdBnInterval(reply.harm.interval), sumOther: sumOf(replyLeavesOut > 0, reply.unpriced > 0), costInterval: usdBnInterval(reply.cost.interval) })} ${capital(remaining(afterReply.interval, boundOf(moreTaken, moreByReply || unknownTaken)))}.`
      : `${say("leverage-finding.no-reply-by-supply", { thoseSenders: replyUnknown.length > 0 ? "those senders whose products are known" : "the senders" })}${uncosted === undefined ? "" : say("leverage-finding.withholding-would-cost-them", { allThat: uncosted.name === null ? "all that it holds" : lowered(uncosted.name), interval: usdBnInterval(uncosted.harm.interval) })}`,
    lackOfUse(read, cells),
  );
}

/** What users there would lack of final products that are withheld themselves, by each sender alone: no loss of output. */
function lackOfUse(read: ReadModel, cells: readonly LeverageCell[]): string | null {
  const lacking = cells.flatMap(({ from, useUsd }) =>
    useUsd !== null && number(useUsd.interval[2]) !== "0"
      ? [say("leverage-finding.by-alone", { interval: usdBnInterval(useUsd.interval), read: partyName(read, from) })]
      : [],
  );
  return lacking.length > 0 ? say("leverage-finding.users-there-would-also", { lacking: listed(lacking) }) : null;
}

/** What they take less what they lose by the reply, which may be more. */
const remaining = (left: readonly [number, number, number], bound: string): string =>
  left[0] >= 0
    ? say("leverage-finding.would-remain", { bound, left: usdBnInterval(left) })
    : say("leverage-finding.what-they-take-less", { bound, left: usdBnInterval(left) });

/** What the loss of a firm is a part of. */
const firmBase = "the affected final products made (in an unknown mix) for";

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

/** How many are left out, and where to find a bound. */
function leftOutLimits(leftOut: readonly LeftOut[], from: readonly string[]): readonly string[] {
  if (leftOut.length === 0) return [];
  const [ofNobody, ofOthers] = [leftOut.filter(({ anybody }) => !anybody), leftOut.filter(({ anybody }) => anybody)];
  const counts = from.map((code) => leavesOut(ofOthers, code));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return present(
    ofNobody.length > 0 && say("leverage-finding.left-out-since-no", { technologies: ofNobody.length }),
    ofOthers.length > 0 &&
      say("leverage-finding.left-out-since-others", {
        least: least === most ? "" : say("leverage-finding.to", { least: String(least) }),
        technologies: most,
        aSender: from.length > 1 ? " a sender" : "",
      }),
    "Where anything is left out, losses and costs are by what is known, and 0 means only that no loss is known. `simulate` gives an upper bound for a scenario.",
  );
}

/** What an answer on leverage read: technologies by index, parties by code. */
interface LeverageRead {
  readonly technologies: readonly number[];
  /** The withheld technologies and all that rests on them. */
  readonly touched: Iterable<number>;
  readonly parties: readonly string[];
  readonly observed: LeverageReport["observed"];
  /** Documents of the controls between them. */
  readonly controls: readonly string[];
  readonly limits: readonly string[];
}

/** What an answer on leverage rests on; what is drawn is assumed at best. */
export function leverageEvidence(read: ReadModel, { technologies, touched, parties, observed, controls, limits }: LeverageRead): Evidence {
  const places = parties.filter((code) => !read.map.economyOf.has(code));
  const trade = tradeEvidence(read, places, technologies);
  return evidenceOf(read, {
    grade: "assumed",
    sources: [
      ...supplyEvidence(read, [...touched, ...read.map.products], parties).sources,
      ...trade.sources,
      ...observedSources(observed),
      ...controls,
    ],
    rules: [
      "method:leverage-matrix",
      "method:coalition",
      "method:shapley",
      "method:best-reply",
      "method:reply-and-counter-reply",
      "method:course",
      "method:reach",
    ],
    limits: [...limits, ...trade.limits],
  });
}

/** What an answer on leverage cannot know, in words. */
export function leverageLimits(
  read: ReadModel,
  {
    months,
    draws,
    on,
    from,
    leftOut,
    inDoubt,
    unvalued,
    outsiders,
    cells,
    coalition,
    observed,
  }: Omit<LeverageReport, "finding" | "evidence">,
): readonly string[] {
  const unpriced = [...new Set(cells.flatMap((cell) => cell.unpriced))];
  return present(
    `${say("leverage-finding.a-loss-is-the", { months })} ${say("leverage-finding.it-is-not-a")}`,
    draws > 0 ? say("leverage-finding.intervals-the-middle-of", { draws: String(draws) }) : "No draws: every interval is a point.",
    "What is not known of how much a target makes or uses is drawn from nothing to what the known figures leave. Where no source says what a target makes, its loss is unknown, never 0.",
    ...leftOutLimits(leftOut, from),
    inDoubt.length > 0 &&
      `${say("leverage-finding.left-out-as-well", { technologies: inDoubt.length })} ${say("leverage-finding.asked-for-by-name")}`,
    ...assumedWords(outsiders),
    "Service and parts of tools in use are not withheld here; a scenario can do that.",
    unpriced.length > 0 &&
      `${say("leverage-finding.withheld-technologies-have-no", { have: unpriced.length })} ${say("leverage-finding.so-costs-are-at")}`,
    unvalued.length > 0 &&
      say("leverage-finding.final-products-without-a", { unvalued: unvalued.map((id) => technologyName(read, id)).join(", ") }),
    outsiders === "following" &&
      "Outsiders, unnamed holders too, join in everything that a sender stops a part of: the most that could happen.",
    cells.some(({ gap }) => gap === "firm") &&
      "The loss of a firm is a part of the final products affected. How much of each it makes is drawn from none to all. What it buys, and so the sales lost to it, is unknown.",
    on !== null &&
      `${say("leverage-finding.sets-of-senders-are")}${say("leverage-finding.the-loss-by-a", { repliesAre: draws < 2 ? "" : " Replies are chosen by the even draws and valued by the odd ones, so that the best is not too large by chance." })}`,
    coalition?.moves &&
      "Reply and counter-reply: each side in turn takes the best of nothing, all, or one of three single technologies with a published market, both acts in one run, while others fill in. It values the output that the other loses less its own loss and cost. The moves are those of the model, not a forecast of what anyone would do.",
    ...observedLimits(observed),
    "Losses by patents are market access, not output: they stand beside supply and are never added to it.",
  );
}
