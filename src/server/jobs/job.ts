import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type ErrorCode, errorCodes, LevermapError } from "../../base/errors.ts";
import { purgedSchema } from "./purge-asked.ts";

/** `lost`: it was under way when the server was killed, and cannot be begun again. */
const states = ["waiting", "running", "done", "failed", "stopped", "lost"] as const;

const text = z.string().nullable();

const loadedSchema = z.object({
  id: z.string(),
  edition: text,
  rows: z.number(),
  rejects: z.number(),
  already: z.boolean().describe("the same content was loaded before"),
});

export const jobSchema = z
  .object({
    id: z.string(),
    what: z.enum(["load", "measure", "purge"]),
    source: text.describe("of a load"),
    file: text.describe("of a load: the name that it was posted under"),
    edition: text.describe("as it was named with the file; null: the file tells"),
    user: z.string(),
    posted: z.string().describe("UTC, ISO 8601"),
    begun: text,
    ended: text,
    state: z.enum(states),
    tries: z.number().describe("how often it was begun: a server that was stopped begins it anew when it starts"),
    step: z.object({ done: z.number(), total: z.number().describe("0: not known"), label: z.string() }).nullable(),
    loaded: z.array(loadedSchema).nullable().describe("null: nothing was loaded, or not yet"),
    purged: purgedSchema.nullable().default(null).describe("null: nothing was removed, or not yet"),
    generation: text.describe("that holds what was written"),
    fault: z.object({ code: z.string(), message: z.string(), next: z.string() }).nullable(),
  })
  .meta({ id: "Job", description: "Work that writes the workspace, one after the other" });
export type Job = Readonly<z.infer<typeof jobSchema>>;

export type JobFault = NonNullable<Job["fault"]>;

/** What a job has done. */
export type JobDone = Pick<Job, "loaded" | "purged" | "generation">;

/** What is asked for. */
export type JobAsked = Pick<Job, "what" | "source" | "file" | "edition" | "user">;

/** A job that waits for its turn. */
export const newJob = (asked: JobAsked, now: Date): Job => ({
  id: randomBytes(8).toString("hex"),
  ...asked,
  posted: now.toISOString(),
  begun: null,
  ended: null,
  state: "waiting",
  tries: 0,
  step: null,
  loaded: null,
  purged: null,
  generation: null,
  fault: null,
});

/** The name of the file that a job works on; `null`: it needs none. */
export const fileOf = ({ what, file }: Pick<Job, "what" | "file">): string | null =>
  what === "purge" ? "asked.json" : what === "load" ? file : null;

export const isOver = ({ state }: Job): boolean => state !== "waiting" && state !== "running";

/** As clients are told of it; what is no fault of theirs stays inside. */
export function jobFault(thrown: unknown): JobFault {
  if (thrown instanceof LevermapError && thrown.exitCode !== 3) return pickFault(thrown);
  const code: ErrorCode = thrown instanceof LevermapError ? thrown.code : "LM_INTERNAL";
  return { code, message: "Something went wrong inside Levermap.", next: errorCodes[code].next };
}

const pickFault = ({ code, message, next }: LevermapError): JobFault => ({ code, message, next });
