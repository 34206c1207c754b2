import { z } from "zod";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { draws, name, seed } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { halfLifeReportSchema } from "./half-life-report.ts";

const question = questionOf("leverage");

/** What one request may ask of the processor. */
export const drawsOverHttp = { draws: draws(10, 5000).optional().describe("draws of the inputs, at most 5000 (default: 200)") };

/** What a half-life rests on. */
export const halfLifeReads: readonly DataKind[] = ["map", "rules", "patents"];

const halfLife = question({
  name: "halfLife",
  summary: "how long half the force of a chokepoint lasts: act now, or hold in reserve",
  input: z.strictObject({
    technology: name.describe("a technology by id or other name"),
    home: name.optional().describe("economy or group it is withheld from (default: all the world but the holder)"),
    holder: name.optional().describe("economy or group that holds it (default: whoever could cost the home most)"),
    draws: draws(10, 1_000_000).optional().describe("draws over the intervals of the inputs (default: 200)"),
    seed,
  }),
  answer: halfLifeReportSchema,
  answerName: "HalfLifeReport",
  examples: [{ technology: "photoresist", home: "KR", holder: "JP" }],
  cost: "seconds",
  reads: halfLifeReads,
  errors: ["LM_TECHNOLOGY_UNKNOWN", "LM_ECONOMY_UNKNOWN"],
  command: {
    name: "half-life",
    places: ["technology"],
    examples: [
      "half-life euv-lithography --home CN",
      "half-life photoresist --home KR --holder JP --draws 10000 --seed 7",
      "half-life gallium --json",
      "half-life --score atlas",
      "half-life --score eto",
    ],
  },
  http: { path: "/api/half-life/:technology", limits: drawsOverHttp },
});

/** Whose hold on what, over whom. */
export type HalfLifeQuestion = z.output<typeof halfLife.input>;

export const halfLifeQuestions = { halfLife };
