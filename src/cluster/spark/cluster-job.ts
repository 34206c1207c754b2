import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";
import { type ManifestKind, readManifestFile } from "../../sources/files/manifest-file.ts";
import { inputSchema } from "../layout/input-format.ts";
import { replaceJson } from "../layout/layout-files.ts";
import { digest, invalidLayout, layoutVersion } from "../layout/layout-format.ts";

const format = "levermap-job";
const common = { format: z.literal(format), version: z.number().int().positive() };

/** Work on a layout that a scheduler hands out task by task. Paths stand here alone, never in what the scheduler is told. */
const jobSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("parse"), inputs: z.array(inputSchema).min(1) }),
  /** `graph`: digest of what the manifest tells of the graph that is measured. */
  z.strictObject({ ...common, kind: z.literal("measure"), slices: z.number().int().positive(), graph: digest }),
]);
export type ClusterJob = z.infer<typeof jobSchema>;
type WithoutFormat<T> = T extends unknown ? Omit<T, "format" | "version"> : never;

const jobKind: ManifestKind<ClusterJob> = {
  format,
  version: layoutVersion,
  schema: jobSchema,
  largest: 2 ** 28,
  what: "a job for a scheduler",
  invalid: invalidLayout,
};

const isId = (text: string): boolean => /^[\da-f]{16}$/.test(text);

export const jobFolder = (dir: string, id: string): string => join(dir, "job", id);

/** An input or a slice is a task. */
export const tasksOf = (job: ClusterJob): number => (job.kind === "parse" ? job.inputs.length : job.slices);

/** Writes a job to its folder; the same work has the same id. */
export async function writeJob(dir: string, work: WithoutFormat<ClusterJob>): Promise<string> {
  const job = { format, version: layoutVersion, ...work };
  const id = createHash("sha256").update(JSON.stringify(job)).digest("hex").slice(0, 16);
  await replaceJson(join(jobFolder(dir, id), "job.json"), job);
  return id;
}

/** Throws LM_USAGE for what is no id, LM_LAYOUT_INVALID for a job that is not there or not whole. */
export async function readJob(dir: string, id: string): Promise<ClusterJob> {
  if (!isId(id)) throw new LevermapError("LM_USAGE", `A job has an id of 16 hex digits, not "${id}".`, { id });
  return readManifestFile(join(jobFolder(dir, id), "job.json"), jobKind);
}
