import type { MovingInput, ScenarioSensitivity, SimulateReport, TargetResult } from "../../answers/scenario/simulate-report.ts";
import { missingIn } from "../../answers/shared/missing-in.ts";
import { numberRange, percent, usdBn } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { lowered } from "../../base/words.ts";
import { list, note, table } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import type { Block } from "../view.ts";

const kinds = { loss: "running output", growth: "new capacity", useUsd: "use of final products" } as const;

/** What moves the loss of one target at one month most, by input, and the fact that would narrow it most. */
export function sensitivityBlocks(report: SimulateReport, sensitivity: ScenarioSensitivity): readonly Block[] {
  const { target, of, month, lost, inputs, narrows } = sensitivity;
  const found = report.targets.find(({ code }) => code === target);
  const title = say("simulate-sensitivity.what-drives-the-loss", { kinds: kinds[of], name: found?.name ?? target, month: String(month) });
  if (!lost) return [list(title, [nothingLost(report, found, sensitivity)])];
  if (inputs.length === 0) return [list(title, ["No single input drives it much."])];
  const value = of === "useUsd" ? usdBn : percent;
  return [
    table(
      title,
      ["input~", "of~", "range", "explains>", "loss if low", "if high", "grade"],
      inputs.map((input) => [
        inputWords(report, input.input),
        input.technology === null ? "" : technologyCell(input.technology, report.names[input.technology]!),
        numberRange(input.low, input.high),
        percent(input.part),
        value(input.atLow),
        value(input.atHigh),
        input.basis,
      ]),
    ),
    note(narrows === null ? "No single assumed fact would narrow it much." : narrowsWords(report, narrows)),
  ];
}

/** The fact that would narrow the first result most, in a sentence. */
export function limitOfSensitivity(report: SimulateReport): string | undefined {
  const narrows = report.sensitivity.find((each) => each.narrows !== null)?.narrows;
  return narrows ? narrowsWords(report, narrows) : undefined;
}

function narrowsWords(report: SimulateReport, { basis, input, technology, part }: MovingInput): string {
  const of = technology === null ? "" : say("simulate-sensitivity.of", { names: lowered(report.names[technology]!) });
  return say("simulate-sensitivity.the-fact-that-would", { basis, input: inputWords(report, input), ofIt: of, part: percent(part) });
}

/** That nothing is lost: of what begins later, not yet. */
function nothingLost({ horizons }: SimulateReport, target: TargetResult | undefined, { of, month }: ScenarioSensitivity): string {
  const before = (target?.[of] ?? []).slice(0, horizons.indexOf(month));
  const later = before.every(({ drawn }) => drawn[2] <= 0);
  return say("simulate-sensitivity.nothing-is-lost-at", { yet: later ? "yet" : "any more", month: String(month) });
}

/** With the name of a technology in place of its id. */
function inputWords({ names }: SimulateReport, input: string): string {
  const missing = missingIn(input);
  return missing === null ? input : input.replace(missing, lowered(names[missing] ?? missing));
}
