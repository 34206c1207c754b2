import type { ScenarioSensitivity, SimulateReport, TargetResult } from "../../answers/scenario/simulate-report.ts";
import { missingIn } from "../../answers/shared/technology-names.ts";
import { number, percent } from "../../base/format.ts";
import { lowered } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { paragraph } from "../page/wrap.ts";

const kinds = { loss: "running output", growth: "new capacity", useUsd: "use of final products" } as const;

/** That nothing is lost: of what begins later, not yet. */
function nothingLost({ horizons }: SimulateReport, target: TargetResult | undefined, { of, month }: ScenarioSensitivity): string {
  const before = (target?.[of] ?? []).slice(0, horizons.indexOf(month));
  const later = before.every(({ drawn }) => drawn[2] <= 0);
  return `Nothing is lost ${later ? "yet" : "any more"} at ${month} months.`;
}

/** What moves the loss of one target at one month most, by input, and the fact that would narrow it most. */
export function sensitivityLines(report: SimulateReport, sensitivity: ScenarioSensitivity, page: Page): string[] {
  const { target, of, month, lost, inputs, narrows } = sensitivity;
  const found = report.targets.find(({ code }) => code === target);
  const name = found?.name ?? target;
  const title = `What moves the loss of ${kinds[of]} of ${name} at ${month} months`;
  if (!lost) return ["", page.style.strong(title), nothingLost(report, found, sensitivity)];
  if (inputs.length === 0) return ["", `No single input moves the loss of ${kinds[of]} of ${name} at ${month} months much.`];
  const value = (figure: number): string => (of === "useUsd" ? number(figure) : percent(figure));
  const columns = [
    { title: "input", flexible: true },
    { title: "of", flexible: true },
    { title: "from" },
    { title: "explains", align: "right" as const },
    { title: "loss at its low end" },
    { title: "high end" },
    { title: "grade" },
  ];
  const rows = inputs.map(({ technology, input, low, high, part, atLow, atHigh, basis }) => [
    inputWords(report, input),
    technology === null ? "" : report.names[technology]!,
    `${number(low)} to ${number(high)}`,
    percent(part),
    value(atLow),
    value(atHigh),
    basis,
  ]);
  const narrow = narrows
    ? [
        paragraph(
          `The ${narrows.basis} fact that would narrow it most: ${inputWords(report, narrows.input)}${narrows.technology === null ? "" : ` of ${lowered(report.names[narrows.technology]!)}`}; it explains ${percent(narrows.part)}.`,
          page.width,
        ),
      ]
    : [paragraph("No assumed fact by itself would narrow it much.", page.width)];
  return [...section({ title, columns, rows }, page), ...narrow];
}

/** With the name of a technology in place of its id. */
function inputWords({ names }: SimulateReport, input: string): string {
  const missing = missingIn(input);
  return missing === null ? input : input.replace(missing, lowered(names[missing] ?? missing));
}
