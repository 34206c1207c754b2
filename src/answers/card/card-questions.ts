import { z } from "zod";
import { day, home, name } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { mapViewSchema } from "./map-view.ts";
import { technologyCardSchema, technologyListSchema } from "./technology-card.ts";
import { technologyHistorySchema } from "./technology-history.ts";

const question = questionOf("map");

const map = question({
  name: "map",
  summary: "the whole map for one home, as the page draws it",
  input: z.strictObject({
    home,
    asOf: day.optional().describe("the map with figures and rules as known on another day (default: that of the workspace or server)"),
  }),
  answer: mapViewSchema,
  answerName: "MapView",
  examples: [{ home: "KR" }, { home: "KR", asOf: "2020-12-31" }],
  cost: "seconds",
  reads: ["map", "rules", "items"],
  errors: ["LM_ECONOMY_UNKNOWN"],
  http: { path: "/api/map" },
});

const technologies = question({
  name: "technologies",
  summary: "the tree of technologies",
  input: z.strictObject({}),
  answer: technologyListSchema,
  answerName: "TechnologyList",
  examples: [{}],
  reads: ["map", "rules"],
  command: {
    name: "technologies",
    summary: "the tree of technologies, or all that is known of one",
    examples: ["technologies", "technologies euv-lithography --home CN", "technologies gallium --as-of 2024-06-30 --json"],
  },
  http: { path: "/api/technologies", lists: ["technologies"] },
});

const technology = question({
  name: "technology",
  summary: "all that is known of one technology: shares, patents in short, controls, and how long a hold on it lasts",
  input: z.strictObject({
    technology: name.describe("a technology by id or other name"),
    home: name.optional().describe("whom it could be withheld from, an economy or group (default: the whole world)"),
  }),
  answer: technologyCardSchema,
  answerName: "TechnologyCard",
  examples: [{ technology: "euv-lithography", home: "CN" }],
  cost: "seconds",
  errors: ["LM_TECHNOLOGY_UNKNOWN", "LM_ECONOMY_UNKNOWN"],
  command: { name: "technologies", places: ["technology"], options: { technology: "id" }, examples: [] },
  http: { path: "/api/technologies/:id", names: { technology: "id" } },
});

const technologyHistory = question({
  name: "technologyHistory",
  summary: "shares of a technology of all dates and editions that were known on the day, with since when",
  input: z.strictObject({ technology: name.describe("a technology by id or other name") }),
  answer: technologyHistorySchema,
  answerName: "TechnologyHistory",
  examples: [{ technology: "nand" }],
  cost: "seconds",
  reads: ["map", "rules"],
  errors: ["LM_TECHNOLOGY_UNKNOWN"],
  command: {
    name: "technologies",
    places: ["technology"],
    options: { technology: "id" },
    flag: ["history", "shares of all dates and editions, in place of the card"],
    examples: ["technologies nand --history"],
  },
  http: { path: "/api/technologies/:id/history", names: { technology: "id" }, lists: ["lines"] },
});

export const cardQuestions = { map, technologies, technology, technologyHistory };
