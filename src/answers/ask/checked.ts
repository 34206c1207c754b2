import { LevermapError } from "../../base/errors.ts";
import type { Question } from "../shared/question.ts";
import { schemaFault } from "../shared/schema-fault.ts";
import type { Answers, Ask, Call } from "./ask.ts";
import { questions } from "./questions.ts";

/** The functions of the library: each question is checked before it is answered. `answers`: those of the moment at which it is put. */
export function checked(answers: () => Answers): Ask {
  const functions = Object.entries(questions).map(([name, declaration]) => {
    const answer = (question: unknown, call: Call): Promise<unknown> => (answers()[name as keyof Answers] as Answering)(question, call);
    return [name, async (asked: unknown = {}, call: Call = {}) => answer(requireInput(declaration, asked), call)];
  });
  return Object.fromEntries(functions);
}

type Answering = (question: unknown, call: Call) => Promise<unknown>;

/** Throws LM_USAGE that names each field that is wrong. */
function requireInput({ name, input }: Pick<Question, "name" | "input">, asked: unknown): unknown {
  const { data, error } = input.safeParse(asked, { error: schemaFault });
  if (error === undefined) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join(".") || "it"} ${message}`);
  throw new LevermapError("LM_USAGE", `This is not a question that \`${name}\` takes (${problems.join("; ")}).`, { problems });
}
