import { z } from "zod";
import { evidenceSchema } from "../shared/evidence.ts";
import { top } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { list, object, objects } from "../shared/schema.ts";

/** What a search can lead to, in the order in which equal hits are told. */
export const foundKinds = ["technology", "economy", "organisation", "scenario", "plan", "control", "item", "patent"] as const;

export type FoundKind = (typeof foundKinds)[number];

const findReportSchema = object({
  query: z.string(),
  found: objects({
    kind: z.enum(foundKinds),
    id: z.string(),
    name: z.string(),
    as: z.string().nullable().describe("the other name that was found, in its script; null: the name itself, or the id"),
    about: z.string().nullable().describe("what it is, in few words"),
    isNear: z.boolean().describe("whether it is only spelt alike, or named in what was asked"),
  }),
  total: z.number().describe("of all that was found"),
  notLoaded: list(z.string()).describe("what was not searched, and how to search or load it"),
  evidence: evidenceSchema,
});

export type FindReport = z.infer<typeof findReportSchema>;

const find = questionOf("map")({
  name: "find",
  summary: "technologies, economies, organisations, scenarios, plans and rules by a name in any script, a number or an id",
  input: z.strictObject({
    query: z.string().trim().min(1).max(200).describe("a name, a number or an id"),
    top: top.max(200).optional().describe("how many are listed (default: 20)"),
  }),
  answer: findReportSchema,
  answerName: "FindReport",
  examples: [{ query: "東京エレクトロン" }, { query: "3B001" }],
  command: { name: "find", places: ["query"], examples: ["find photoresist", "find 中芯国际 --json"] },
  http: { path: "/api/find", lists: ["found"] },
});

export const findQuestions = { find };
