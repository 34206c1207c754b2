import { isIncomeUnknown, worthUsd } from "../../answers/plan/plan-labels.ts";
import type { Answer } from "../../ask/ask.ts";
import { usdInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import type { Bar, FigureBlock } from "../../report/view.ts";
import { barPicture, partBar } from "../pictures.ts";

type Report = Pick<Answer<"plan">, "plan" | "programmes" | "resilience" | "income" | "rights">;

/** What a plan is worth by kind: each beside the others, never summed. */
export const planWorth = (report: Report): FigureBlock | undefined =>
  barPicture("What the plan is worth, by kind", "present value, USD", worthBars(report));

/** The same in a sentence, as far as it is known; none where nothing is. */
export function worthWords(report: Report): readonly string[] {
  const known = worthBars(report).filter(({ interval }) => interval !== null);
  return known.length === 0 ? [] : [say("plan-worth.summary", { worths: known.map(({ label, text }) => `${label} ${text}`).join("; ") })];
}

const worthBars = ({ plan, programmes, resilience, income, rights }: Report): readonly Bar[] => [
  worthBar("own losses avoided", resilience),
  worthBar("royalties and sales of new products", isIncomeUnknown(programmes) ? null : income),
  ...(rights === null ? [] : [worthBar(say("plan-worth.rights", { target: plan.againstName }), rights)]),
];

/** How likely programmes of a plan are to lead, those first that the plan would miss most. */
export const planChances = ({ programmes }: Report): FigureBlock | undefined =>
  barPicture(
    "Chance that each works and wins the governing claims, those missed most first",
    "8 in 10 draws of the inputs",
    programmes.map(({ name, leads }) => partBar(name, leads)),
  );

function worthBar(label: string, worth: { readonly mean: number; readonly interval: Bounds } | null): Bar {
  if (worth === null) return { label, text: "unknown", interval: null };
  const interval = worthUsd(worth);
  return { label, text: usdInterval(interval), interval };
}
