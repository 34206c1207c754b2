import { z } from "zod";
import type { Question } from "../answers/shared/question.ts";
import { httpStatus } from "./errors.ts";

export const errorSchema = z
  .object({
    error: z.object({
      code: z.string().describe("as in docs/errors.md: LM_TECHNOLOGY_UNKNOWN"),
      message: z.string().describe("what happened"),
      next: z.string().describe("what to do"),
    }),
  })
  .meta({ id: "Error", description: "Why there is no answer" });

const always = [400, 401, 403, 429, 500];

const withStatuses = (statuses: readonly number[]): Record<number, typeof errorSchema> =>
  Object.fromEntries([...new Set(statuses)].sort((a, b) => a - b).map((status) => [status, errorSchema]));

/** What a route may answer instead of an answer. */
export const faults = ({ errors }: Pick<Question, "errors">) => withStatuses([...always, ...errors.map(httpStatus)]);

/** The same of one that takes a body. */
export const bodyFaults = ({ errors }: Pick<Question, "errors">) => withStatuses([...always, 413, ...errors.map(httpStatus)]);
