import { worthUsd } from "../../answers/plan/plan-labels.ts";
import { comparedBy, partOf, variantsFinding } from "../../answers/plan/plan-variants-labels.ts";
import type { Answer } from "../../ask/ask.ts";
import { usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { moneyWords } from "../../report/plan/plan-variants.ts";
import type { Bar } from "../../report/view.ts";
import type { DrawnPicture } from "../picture.ts";

/** What the best plan found of each budget would be worth, side by side for each number of researchers. */
export function variantPanels(answer: Answer<"planVariants">): DrawnPicture {
  const { plan, money, people, settings, variants } = answer;
  const { label, of } = comparedBy(answer);
  const bar = (part: number, staff: number): Bar => {
    const at = settings.find((each) => each.money === part && each.people === staff)?.variant ?? null;
    const worth = at === null ? null : of(variants[at]!);
    const told = { label: moneyWords(plan, part).replace(/^USD /, "") };
    if (worth === null) return { ...told, text: at === null ? "none" : "unknown", interval: null };
    return { ...told, text: usdM(worth.mean), interval: worthUsd(worth) };
  };
  return {
    kind: "drawn",
    title: say("variant-panels.title", { home: plan.homeName, label }),
    unit: say("variant-panels.unit", { money: moneyWords(plan, 1) }),
    summary: variantsFinding(answer),
    shape: {
      kind: "panels",
      panels: people.map((staff) => ({
        title: people.length === 1 ? "without a bound on researchers" : partOf(staff, "researchers"),
        bars: money.map((part) => bar(part, staff)),
      })),
    },
  };
}
