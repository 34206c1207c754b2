import { z } from "zod";
import { top } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { findReportSchema } from "./find-report.ts";

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
