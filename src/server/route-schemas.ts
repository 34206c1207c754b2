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

const problemSchema = z
  .object({
    type: z.string().describe("urn:levermap:error:CODE"),
    title: z.string(),
    status: z.number(),
    detail: z.string().describe("what happened, and what to do"),
    code: z.string(),
    ...errorSchema.shape,
  })
  .meta({ id: "Problem", description: "The same as a problem of RFC 9457, for those who accept application/problem+json" });

/** Both forms, of which who asks chooses one by the header `accept`. */
const fault = {
  description: "Why there is no answer",
  content: { "application/json": { schema: errorSchema }, "application/problem+json": { schema: problemSchema } },
};

const always = [400, 401, 403, 429, 500];

const withStatuses = (statuses: readonly number[]): Record<number, typeof fault> =>
  Object.fromEntries([...new Set(statuses)].sort((a, b) => a - b).map((status) => [status, fault]));

/** What a route may answer instead of an answer. */
export const faults = ({ errors }: Pick<Question, "errors">) => withStatuses([...always, ...errors.map(httpStatus)]);

/** The same of one that takes a body. */
export const bodyFaults = ({ errors }: Pick<Question, "errors">) => withStatuses([...always, 413, ...errors.map(httpStatus)]);
