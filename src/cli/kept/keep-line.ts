import type { Question } from "../../answers/shared/question.ts";
import type { QuestionName } from "../../ask/questions.ts";
import { questions } from "../../ask/questions.ts";
import { buildId } from "../../base/build-id.ts";
import type { Levermap } from "../../library/open.ts";
import { packed } from "../../server/work/answer-body.ts";
import { answerFiles, dataStates } from "../../server/work/answer-files.ts";
import { keepingOf, restsOnKept } from "../../server/work/answer-key.ts";
import { keyOf } from "../../server/work/answer-name.ts";
import type { CommonOptions } from "../context.ts";
import { dayOfLine, keptAnswer, type Line, linesIn } from "./line.ts";

/** The answer to a command line, kept for when it is asked again. */
export interface KeptLine {
  /** `null`: none is kept on the data at hand. */
  read(): Promise<unknown>;
  /** Keeps an answer that comes back as it is told. */
  keep(map: Levermap, answer: unknown, told: (answer: unknown) => string): Promise<void>;
}

/** Kept whole by the command line beside what is kept of them in parts. */
const searched: ReadonlySet<QuestionName> = new Set(["plan", "dossier"]);

/** A command line whose answer may be kept; `null`: it rests on more than its words, the data and the day, or holds names. */
export function keptLine(dir: string, name: QuestionName, asked: object, options: CommonOptions, details: boolean): KeptLine | null {
  const declaration: Question = questions[name];
  const { data: input } = declaration.input.safeParse(asked);
  const where = keepingOf({ name, input: asked });
  const isKept = where === "disk" || (searched.has(name) && !restsOnKept({ name, input: asked }));
  // Texts are of files
  if (buildId === null || input === undefined || !isKept || options.verbose || /"text":/.test(JSON.stringify(input))) return null;
  const line: Line = { name, input, reads: declaration.reads, options, details };
  const keepLine = () => linesIn(dir).write(process.argv.slice(2), line as never);
  const day = dayOfLine(line);
  return {
    async read() {
      const answer = await keptAnswer(dir, line);
      if (answer !== null) await keepLine();
      return answer;
    },
    async keep(map, answer, told) {
      const text = JSON.stringify(answer);
      const files = answerFiles(map.dir, await dataStates(map));
      // One that the time given cut short, or midnight has passed over, is no answer for others
      if (day === null || day !== dayOfLine(line) || /"timeUp":\d/.test(text) || told(JSON.parse(text)) !== told(answer)) return;
      await files?.asked(name).write(keyOf(day, name, input), await packed(text));
      await keepLine();
    },
  };
}
