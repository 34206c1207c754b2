import { count } from "../../base/format.ts";
import { dayOf } from "../../library/day.ts";
import type { Prepared } from "../../server/work/prepare-answers.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext, withMap } from "../command.ts";

export const addPrepare: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "prepare",
    summary: "work out what visitors of `levermap serve` ask for most, so that a server finds it when it starts",
    examples: ["prepare", "prepare --as-of 2025-06-30"],
    dated: true,
  }).action((options: CommonOptions) => withContext(options, signal, prepare));
};

const prepare = (context: Context): Promise<void> =>
  withMap(context, async (map) => {
    const { answerFiles, dataStates } = await import("../../server/work/answer-files.ts");
    const { prepareAnswers } = await import("../../server/work/prepare-answers.ts");
    const { clock, progress, signal } = context.effects;
    const prepared = await prepareAnswers({
      map,
      files: answerFiles(map.dir, await dataStates(map)),
      asOf: context.asOf ?? null,
      today: dayOf(clock.now()),
      signal,
      onStep: (done, total) => progress.report(done, total, "answers"),
    });
    await context.answer(prepared, preparedText);
  });

const preparedText = ({ made, there, faults }: Prepared): string =>
  `${count(made)} answers worked out, ${count(there)} there before${faults > 0 ? `; to ${count(faults)} questions there is no answer` : ""}.`;
