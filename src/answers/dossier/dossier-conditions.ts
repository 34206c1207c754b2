import { number, usdM } from "../../base/format.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import { returnOf } from "./dossier-next.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { sentence, usdMEnds } from "./sentence.ts";

/** Told on the page already: that no patent is loaded, and the figure by the chances of today. */
const toldBefore = /^No (?:loaded )?patent of |^If all others withheld /;
/** What stands behind the last semicolon explains. */
const explained = /;[^;]*\.$/;

/** With so many of its own clout has conditions enough for a page. */
const mostOwn = 2;

/** What would have to be true for more: of clout as the plan tells it, of others who join, and for the plan to pay for itself. */
export function conditionSentences({ home }: DossierSides, report: PlanReport): readonly DossierSentence[] {
  const { clout, cost } = report;
  const part = returnOf(report);
  const own = (clout?.conditions ?? [])
    .filter((words) => !toldBefore.test(words))
    .map((words) => sentence(words.replace(explained, "."), { detail: words }));
  const join = clout?.ifAllJoin ?? null;
  const held = clout?.byYear[0]?.supplyHeld ?? null;
  return [
    ...own,
    ...(own.length < mostOwn && join !== null && held !== null && join[1] > 1.5 * held[1]
      ? [
          sentence(`If all others withheld the same, ${clout!.onName} would lose ${usdMEnds(join)}.`, {
            interval: join,
            unit: "USD m a year",
            rests: "supply",
            command: `levermap leverage --from ${home} --on ${clout!.on}`,
          }),
        ]
      : []),
    ...(clout !== null
      ? []
      : part === null
        ? [sentence("No cost is borne, so that nothing would have to come back.", { rests: "count" })]
        : part >= 1
          ? [sentence("What is kept and earned covers the cost already.", { rests: "plan" })]
          : [
              sentence(
                part > 0
                  ? `To pay, the plan would have to bring ${number(1 / part)} times as much, or its know-how and clout be worth ${usdM(cost * (1 - part))}.`
                  : `To pay, know-how and clout of the plan would have to be worth ${usdM(cost)}.`,
                { unit: "USD m, present value", detail: "By the means of cost, of what is kept and of what is earned." },
              ),
            ]),
  ];
}
