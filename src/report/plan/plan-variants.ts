import { modelLimit, worthUsd } from "../../answers/plan/plan-labels.ts";
import { partOf, partWords } from "../../answers/plan/plan-variants-labels.ts";
import type { PlanSetting, PlanVariant, PlanVariants } from "../../answers/plan/plan-variants-report.ts";
import { number, usdInterval, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, listOf } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock, View } from "../view.ts";
import { planHead } from "./plan-parts.ts";

/** The best plans found for other means: what each is worth and what it takes up. */
export function planVariantsView(answer: PlanVariants): View {
  const { finding, plan, evidence, worlds, variants } = answer;
  return {
    finding,
    limit: modelLimit,
    blocks: [variantTable(answer)],
    details: [
      { kind: "note", text: variantBasis(answer) },
      ...variants.flatMap((variant, at) => listOf(titleOf(answer, at), namesOf(variant))),
      planHead(plan),
    ],
    more: say("plan-variants.what-each-takes-up", { fresh: number(worlds.fresh) }),
    evidence,
  };
}

/** On what plans of other means are found and compared. */
export const variantBasis = ({ worlds, horizon }: Pick<PlanVariants, "worlds" | "horizon">): string =>
  `${say("plan-variants.each-is-the-best", { chosen: number(worlds.chosen), horizon: String(horizon), fresh: number(worlds.fresh), draws: number(worlds.draws) })} ${say("plan-variants.small-differences-between-them")}`;

function variantTable({ plan, settings, variants }: PlanVariants): TableBlock {
  const told =
    (of: (variant: PlanVariant) => string) =>
    ({ variant }: PlanSetting) =>
      variant === null ? "no plan keeps to what is required" : of(variants[variant]!);
  return tableOf("The best plans found, present value", settings, [
    ["money in all", ({ money }) => moneyWords(plan, money), right],
    ["researchers", ({ people }) => partWords(people)],
    ["own losses avoided", told(({ resilience }) => worthText(resilience)), right],
    ["royalties and sales of new products", told(({ income }) => worthText(income)), right],
    ...(plan.against === null
      ? []
      : [
          [
            say("plan-variants.at-most-excluded-of", { againstName: plan.againstName }),
            told(({ rights }) => worthText(rights)),
            right,
          ] as const,
        ]),
    ["cost", told(({ cost }) => usdM(cost)), right],
    ["taken up", told(({ programmes }) => String(programmes.length)), right],
  ]);
}

/** `USD 750 M`, of all years. */
export const moneyWords = ({ money }: PlanVariants["plan"], part: number): string =>
  usdM(part * money.reduce((sum, each) => sum + each, 0));

/** With which means the plan at a place is the best that was found. */
function titleOf({ settings }: PlanVariants, at: number): string {
  const [first] = settings.filter(({ variant }) => variant === at);
  return first === undefined
    ? "The plan itself"
    : say("plan-variants.with-and", { part: partOf(first.money, "money"), firstPart: partOf(first.people, "researchers") });
}

const namesOf = ({ programmes, dropped }: PlanVariant): readonly string[] => [
  ...programmes.map(({ name, isAdded }) => (isAdded ? say("plan-variants.not-in-the-plan", { name }) : name)),
  ...dropped.map(({ name }) => say("plan-variants.without", { name })),
];

const worthText = (worth: PlanVariant["income"]): string => (worth === null ? "unknown" : usdInterval(worthUsd(worth)));

/** One of the plans: what it is worth by kind, what it takes up, and what the plan itself takes up and it does not. */
export function variantBlocks(
  { programmes, dropped, resilience, income, rights, cost }: PlanVariant,
  { plan }: PlanVariants,
): readonly Block[] {
  const worth: readonly (readonly [string, string])[] = [
    ["Own losses avoided", worthText(resilience)],
    ["Royalties and sales of new products", worthText(income)],
    ...(rights === null ? [] : [[say("plan-variants.at-most-sales-of", { againstName: plan.againstName }), worthText(rights)] as const]),
    ["Cost", usdM(cost)],
  ];
  return [
    facts("What it is worth, present value", worth),
    tableOf({ title: "What it takes up", none: "nothing" }, programmes, [
      ["problem", ({ technology, name }) => technologyCell(technology, name), flexible],
      ["in the plan itself", ({ isAdded }) => (isAdded ? "no" : "yes")],
    ]),
    ...listOf(
      "What the plan itself takes up and this one does not",
      dropped.map(({ name }) => name),
    ),
  ];
}
