import type { Call } from "../answers/shared/asking.ts";
import type { Question } from "../answers/shared/question.ts";
import { restingOn } from "../answers/shared/resting-on.ts";
import { schemaFault } from "../answers/shared/schema-fault.ts";
import { LevermapError } from "../base/errors.ts";
import type { LoadStatus } from "../workspace/status.ts";
import type { Answers, Ask } from "./ask.ts";
import { questions } from "./questions.ts";

/**
 * The functions of the library: each question is checked before it is answered, and its answer names of the loads those that it may rest on.
 * @param answers those of the moment at which it is put
 * @param loads all that there are
 */
export function checked(answers: () => Answers, loads: () => Promise<readonly LoadStatus[]>): Ask {
  const functions = Object.entries<Question>(questions).map(([name, declaration]) => {
    const answer = async (question: unknown, call: Call): Promise<unknown> =>
      restingOn(declaration, (await (answers()[name as keyof Answers] as Answering)(question, call)) as object, loads);
    return [name, async (asked: unknown = {}, call: Call = {}) => answer(requireInput(declaration, asked), call)];
  });
  return Object.fromEntries(functions);
}

type Answering = (question: unknown, call: Call) => Promise<unknown>;

/** Throws LM_USAGE that names each field that is wrong. */
export function requireInput({ input }: Pick<Question, "input">, asked: unknown): unknown {
  const { data, error } = input.safeParse(asked, { error: schemaFault });
  if (error === undefined) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join(".") || "it"} ${message}`);
  throw new LevermapError("LM_USAGE", `This cannot be asked (${problems.join("; ")}).`, { problems });
}
