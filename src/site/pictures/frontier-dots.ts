import type { Answer } from "../../answers/ask/ask.ts";
import { exactly } from "../../base/numbers.ts";
import { frontierWords } from "../../report/plan/plan-advice.ts";
import type { DrawnPicture } from "../picture.ts";

/** What the best plan found of each budget is worth; `undefined` where it was not asked for. */
export function frontierDots({ frontier, plan }: Pick<Answer<"plan">, "frontier" | "plan">): DrawnPicture | undefined {
  if (frontier === null || frontier.length < 2) return undefined;
  return {
    kind: "drawn",
    title: `What each budget would be worth to ${plan.homeName}`,
    unit: "USD M, present value of the best plan found",
    summary: frontierWords(frontier),
    shape: {
      kind: "dots",
      x: "money",
      y: "value",
      solid: "this plan",
      hollow: "another budget",
      dots: frontier.map(({ factor, money, value }) => ({
        label: factor === 1 ? "this plan" : `${factor} of the money`,
        x: exactly(money),
        y: exactly(value),
        isSolid: factor === 1,
        isNamed: factor === 1,
      })),
    },
  };
}
