import type { Advice } from "../../answers/patents/portfolio/advice-report.ts";
import { valueWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { count, number, percent, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { said } from "../../base/words.ts";
import { note } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";
import { filingBlocks } from "./plan-filing.ts";

/** What counsel may be asked, by kind; where there is nothing to ask it says how much was looked at. */
function questionBlocks({ waiting, crossLicences, lettingGo }: Advice): readonly Block[] {
  const { saved, unknown } = lettingGo;
  const looked = say("plan-advice.of-loaded-families-of", { families: waiting.of });
  const ofOwn = said(
    unknown > 0 && say("plan-advice.too-little-is-known", { unknown: count(unknown) }),
    saved && say("plan-advice.fees-saved-in-all", { low: usdRange(saved.low, saved.high) }),
  );
  return [
    questions("To wait for or design around", waiting.families, waiting.inAll, looked),
    questions(
      "Cross-licences",
      crossLicences.pairs,
      crossLicences.inAll,
      say("plan-advice.blocks-are-counted-by", { variant: crossLicences.variant }),
    ),
    questions("Own families to let go", lettingGo.families, lettingGo.inAll, ofOwn.join("; ")),
  ];
}

function questions(of: string, asked: readonly { readonly question: string }[], inAll: number, about: string): Block {
  const shown =
    inAll === 0 ? "none" : asked.length < inAll ? say("plan-advice.of", { asked: count(asked.length), inAll: count(inAll) }) : count(inAll);
  const title = `${of}: ${shown}${about === "" ? "" : ` (${about})`}`;
  if (asked.length === 0) return note(`${title}. ${say("plan-advice.this-is-not-a")}`);
  return { kind: "list", title, items: asked.map(({ question }) => question) };
}

/** Filing, questions for counsel, and what is shown beside the plan. */
export const adviceBlocks = (report: PlanReport): readonly Block[] => [
  ...filingBlocks(report.advice.filing, report.plan),
  { kind: "section", title: "Questions for counsel", body: questionBlocks(report.advice) },
];

/** What a plan tells only on request: other budgets, other inputs. */
export const askedBlocks = ({ frontier, robustness, plan }: PlanReport): readonly Block[] => [
  ...(frontier === null ? [] : [frontierTable(frontier, plan)]),
  ...(robustness === null ? [] : [robustnessTable(robustness)]),
];

type Points = NonNullable<PlanReport["frontier"]>;

/** What the best plan found of each budget is worth, each kind by itself. */
export const frontierTable = (points: Points, plan: PlanReport["plan"]): TableBlock =>
  tableOf(say("plan-advice.the-best-plan-found", { value: valueWords(plan) }), points, [
    ["money", ({ money, factor }) => (factor === 1 ? say("plan-advice.this-plan", { money: number(money) }) : number(money)), right],
    ["resilience", ({ resilience }) => (resilience === null ? "unknown" : number(resilience)), right],
    ["income", ({ income }) => number(income), right],
    ...(plan.against === null ? [] : [["rights", ({ rights }: Points[number]) => number(rights), right] as const]),
    ["value", ({ value }) => number(value), right],
    ["taken", ({ programmes }) => String(programmes), right],
  ]);

const robustnessTable = ({ draws, stays }: NonNullable<PlanReport["robustness"]>): TableBlock =>
  tableOf({ title: say("plan-advice.how-often-a-problem", { draws }), none: "none", most: 12 }, stays, [
    ["problem", ({ name }) => name, flexible],
    ["of draws", ({ part }) => ({ text: percent(part), interval: [part, part, part] }), right],
    ["in this plan", ({ isIn }) => (isIn ? "yes" : "no")],
  ]);
