import { z } from "zod";
import { question } from "./question.ts";
import { workspaceStatusSchema } from "./workspace-status.ts";

export const status = question({
  name: "status",
  tag: "workspace",
  summary: "what is loaded, from where, when, how many rows and rejects",
  input: z.strictObject({}),
  answer: workspaceStatusSchema,
  answerName: "WorkspaceStatus",
  examples: [{}],
  cost: "moment",
  dated: false,
  errors: [],
  command: { name: "status", examples: ["status", "status --rejects", "status --rejects 0f3a9c5d1e2b4a68 --json"] },
  http: { path: "/api/status" },
});
