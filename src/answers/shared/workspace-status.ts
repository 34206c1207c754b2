import { z } from "zod";
import { questionOf } from "./question.ts";
import { list, object, objects } from "./schema.ts";

export const loadLineSchema = object({
  id: z.string(),
  source: z.string(),
  edition: z.string().nullable(),
  path: z.string(),
  rows: z.number(),
  rejects: z.number(),
  loadedAt: z.string(),
  current: z.boolean(),
  usedBefore: z
    .string()
    .nullable()
    .describe("the edition that replaced it, where questions about the days before that one still read this load; null: they do not"),
  notice: z.string(),
});

/** What is loaded, from where, when, how many rows and rejects. */
export const workspaceStatusSchema = object({
  workspace: z.string(),
  schemaVersion: z.number(),
  loads: list(loadLineSchema),
  tables: objects({ table: z.string(), rows: z.number() }),
  evidence: object({ loads: objects({ id: z.string(), source: z.string(), edition: z.string().nullable() }) }),
});
export type WorkspaceStatus = z.infer<typeof workspaceStatusSchema>;

export const status = questionOf("workspace")({
  name: "status",
  summary: "what is loaded, from where, when, how many rows and rejects",
  input: z.strictObject({}),
  answer: workspaceStatusSchema,
  answerName: "WorkspaceStatus",
  examples: [{}],
  dated: false,
  command: { name: "status", examples: ["status", "status --rejects", "status --rejects 0f3a9c5d1e2b4a68 --json"] },
  http: { path: "/api/status" },
});
