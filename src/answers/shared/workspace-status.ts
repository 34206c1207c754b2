import { z } from "zod";

export const loadLineSchema = z
  .object({
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
  })
  .readonly();

/** What is loaded, from where, when, how many rows and rejects. */
export const workspaceStatusSchema = z
  .object({
    workspace: z.string(),
    schemaVersion: z.number(),
    loads: z.array(loadLineSchema).readonly(),
    tables: z.array(z.object({ table: z.string(), rows: z.number() }).readonly()).readonly(),
    evidence: z
      .object({ loads: z.array(z.object({ id: z.string(), source: z.string(), edition: z.string().nullable() }).readonly()).readonly() })
      .readonly(),
  })
  .readonly();
export type WorkspaceStatus = z.infer<typeof workspaceStatusSchema>;
