import { z } from "zod";
import { plainField } from "../answers/shared/read-words.ts";
import type { Asked } from "./asked.ts";

type Input = Readonly<Record<string, unknown>>;

/** The input of a question with what its words stand for: ready scenarios and plans by their id, else files that are read; lists of files of events. */
export async function readFiles({ declaration: { tag, input: schema, asked }, name }: Asked, input: Input): Promise<unknown> {
  if (name === "backtest") {
    const { readEventFiles } = await import("../library/event-files.ts");
    return { ...input, files: await readEventFiles(input.files as readonly string[] | undefined) };
  }
  if (asked !== undefined) return asked.toInput(input as never);
  const { planQuestion, scenarioQuestion } = await import("../library/file-question.ts");
  const fileOf = tag === "plans" ? planQuestion : scenarioQuestion;
  if ("text" in schema.shape) {
    const { id, ...rest } = input;
    return { ...rest, ...(await fileOf(id as string)) };
  }
  const read = Object.entries(input).map(async ([field, value]) => {
    const isFile = plainField(schema.shape[field] as z.ZodType) instanceof z.ZodUnion;
    return [field, isFile ? await fileOf(value as string) : value] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
