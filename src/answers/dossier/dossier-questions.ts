import { z } from "zod";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { name } from "../shared/fields.ts";
import { type Input, questionOf } from "../shared/question.ts";
import { dossierReportSchema } from "./dossier-report.ts";

const input = z.strictObject({
  home: name.describe("an economy, a group or an organisation, by code or name"),
  against: name.optional().describe("an economy or a group: whom clout is on (default: no one)"),
  plan: name.optional().describe("the ready plan whose money and researchers are taken (default: that of the home, where there is one)"),
  money: z.number().min(0).max(1e6).optional().describe("USD m a year instead"),
  seconds: z.number().gt(0).max(600).optional().describe("time for the whole answer, in seconds by the clock (default: none)"),
});

/** What a dossier rests on. */
export const dossierReads = ["map", "rules", "lists", "patents"] as const satisfies readonly DataKind[];

/** The whole question on one page. */
export const dossier = questionOf("leverage")({
  name: "dossier",
  summary:
    "on one page: weak links, what a home holds, what it could lead in, where to file, its clout on another and how that would answer",
  input,
  answer: dossierReportSchema,
  answerName: "DossierReport",
  examples: [{ home: "CN", against: "US" }],
  cost: "heavy",
  reads: dossierReads,
  errors: ["LM_ECONOMY_UNKNOWN", "LM_PLAN_UNKNOWN", "LM_NOT_MEASURED"],
  command: {
    name: "dossier",
    examples: [
      "dossier --home CN --against US",
      "dossier --home KR --against JP --money 300 --json",
      "dossier --home imec",
      "dossier --home tsmc --against CN --details",
    ],
  },
  http: {
    path: "/api/dossier",
    limits: { seconds: z.number().int().min(1).max(600).optional().describe("time for the whole answer, in seconds by the clock") },
  },
});

export type DossierQuestion = Input<typeof dossier>;
