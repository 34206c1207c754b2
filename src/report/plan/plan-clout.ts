import type { Clout } from "../../answers/plan/clout/clout-report.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { number, usdInterval, usdM, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Interval } from "../../base/numbers.ts";
import { capital, listed, lowered, said } from "../../base/words.ts";
import { listOf, note } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";

/** An interval held in millions of USD. */
export const usdMInterval = (ends: Interval): string => usdInterval([1e6 * ends[0], 1e6 * ends[1], 1e6 * ends[2]]);

/** Clout of today and the most that the plan adds to it, in one line. */
export function cloutLine({ onName, byYear, supplyGap, cost }: Clout): string {
  const now = byYear[0]!;
  const most = byYear.reduce((best, point) => (point.rightsAdded[1] > best.rightsAdded[1] ? point : best), now);
  const [held, kept] = [now.supplyHeld, byYear.map(({ supplyHeld, supplyWith }) => (supplyWith?.[1] ?? 0) - (supplyHeld?.[1] ?? 0))];
  const supply =
    held === null
      ? say("plan-clout.by-supply-unknown", { supplyGap: supplyGap?.replaceAll("-", " ") ?? "no reason" })
      : say("plan-clout.by-supply-a-year", {
          held: usdMInterval(held),
          atAn: cost === null ? "at an unknown own loss" : say("plan-clout.for-an-own-loss", { cost: usdMInterval(cost) }),
          max: usdM(Math.max(0, ...kept)),
        });
  const rights = say("plan-clout.by-rights-of-what", {
    anUnknown: now.rightsHeld === null ? "an unknown part" : usdMInterval(now.rightsHeld),
    onName,
    nothing:
      most.rightsAdded[1] > 0 ? say("plan-clout.in", { rightsAdded: usdMInterval(most.rightsAdded), year: String(most.year) }) : "nothing",
  });
  return `${rights}; ${supply}`;
}

const cellOf = (ends: Interval | null): string => (ends === null ? "unknown" : usdMInterval(ends).replace(/^USD /, ""));

/** Clout by year, by rights and by supply beside one another, and what would have to be true for more. */
export function cloutBlocks({ clout, against }: Pick<PlanReport, "clout" | "against">): readonly Block[] {
  if (clout === null) return [];
  return [
    tableOf(say("plan-clout.clout-on-by-year", { onName: clout.onName }), clout.byYear, [
      ["year", ({ year }) => String(year), right],
      ["rights held today", ({ rightsHeld }) => cellOf(rightsHeld), flexible],
      ["rights the plan adds", ({ rightsAdded }) => cellOf(rightsAdded), flexible],
      ["supply held today", ({ supplyHeld }) => cellOf(supplyHeld), flexible],
      ["supply with the plan", ({ supplyWith }) => cellOf(supplyWith), flexible],
    ]),
    note(rightsOfWords(clout, against)),
    ...[supplyOfWords(clout)].filter((words) => words !== "").map(note),
    ...listOf("What would have to be true for more clout", clout.conditions),
  ];
}

/** Of which sales rights are, and which figure is another question. */
export function rightsOfWords({ onName, rightsIn }: Clout, against: PlanReport["against"]): string {
  const names = (isLoaded: boolean): string => listed(rightsIn.filter(({ loaded }) => loaded === isLoaded).map(({ name }) => name));
  const [loaded, none] = [names(true), names(false)];
  const market = against?.usd == null ? "unknown" : say("plan-clout.a-year", { usdRange: usdRange(0, against.usd.high) });
  return said(
    rightsIn.length === 0
      ? say("plan-clout.where-sells-what-is", { onName })
      : say("plan-clout.rights-are-of-what", { onName, rightsIn: listed(rightsIn.map(({ name }) => name)) }),
    none !== "" &&
      say("plan-clout.of-todays-no-patent", {
        noneIs: loaded === "" ? "none is counted" : say("plan-clout.those-in-alone-are", { loaded }),
        none,
      }),
    say("plan-clout.what-anybody-sells-in", { onName, market }),
  ).join(" ");
}

/** Technologies that are named. */
const mostNamed = 6;

/** What is withheld for the figure of supply, and of which output it is. */
export function supplyOfWords({ onName, byYear, moves, products, leavesOut }: Clout): string {
  if (byYear[0]!.supplyHeld === null || moves.length === 0) return "";
  const named = moves.slice(0, mostNamed).map(lowered);
  const more = moves.length - named.length;
  return said(
    say("plan-clout.supply-is-what-then", {
      onName,
      products: listed(products.map(lowered)) || "chips",
      listed: listed([...named, ...(more > 0 ? [say("plan-clout.more", { more: String(more) })] : [])]),
    }),
    leavesOut > 0 && say("plan-clout.of-technologies-its-part", { technologies: leavesOut }),
  ).join(" ");
}

const moveWords: Readonly<Record<PlanReport["replies"][number]["move"], string>> = {
  usual: "rivals add what is usual, as in all figures of the plan",
  none: "rivals add nothing",
  matches: "rivals add as much effort as the home",
  "designs-around": "its claims are designed around as far as they may be",
  invalidates: "its claims are declared invalid as far as courts do",
  withholds: "the target withholds all it can from the first year on",
};

/** The plan where rivals and the target answer, and the target's best reply by supply. */
export const replyTable = ({ replies, plan }: PlanReport): TableBlock =>
  tableOf("If others answer, USD M in present value", replies, [
    ["move", ({ move }) => moveWords[move], flexible],
    ["lost with the plan", ({ lost }) => (lost === null ? "unknown" : number(lost.with)), right],
    ["saved by the plan", ({ resilience }) => (resilience === null ? "unknown" : number(resilience)), right],
    ["income", ({ income }) => number(income), right],
    ...(plan.against === null ? [] : [["rights", ({ rights }: PlanReport["replies"][number]) => number(rights), right] as const]),
  ]);

/** The target's best reply by supply to the home's withholding; none where no target is named. */
export function supplyReply({ clout }: Pick<PlanReport, "clout">): string {
  if (clout === null) return "";
  const { reply, onName, cost } = clout;
  const own = cost === null ? "" : say("plan-clout.withholding-all-it-can", { cost: usdMInterval(cost) });
  if (reply === null) return `${say("plan-clout.no-reply-of-by", { onName })}${own}`;
  const what = reply.name === null ? "all that it holds" : lowered(reply.name);
  if (reply.cost === null)
    return `${say("plan-clout.could-answer-by-withholding", { onName: capital(onName), what, harm: usdMInterval(reply.harm) })} ${say("plan-clout.what-it-costs-itself", { onName })}${own}`;
  const left = reply.left === null ? "" : say("plan-clout.clout-by-supply-less", { left: usdMInterval(reply.left) });
  return `${say("plan-clout.would-answer-best-by", { onName: capital(onName), what, harm: usdMInterval(reply.harm), onNameOther: onName, cost: usdMInterval(reply.cost), left })}${own}`;
}
