import { z } from "zod";
import { name } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { economyProfileSchema, organisationProfileSchema } from "./profile-report.ts";

const question = questionOf("map");

const economy = question({
  name: "economy",
  summary: "all that is known of one economy: what it makes, holds and needs, and who controls what",
  input: z.strictObject({ economy: name.describe("an economy or group by code or name") }),
  answer: economyProfileSchema,
  answerName: "EconomyProfile",
  examples: [{ economy: "DE" }],
  reads: ["map", "rules"],
  errors: ["LM_ECONOMY_UNKNOWN"],
  command: {
    name: "economy",
    places: ["economy"],
    examples: ["economy DE", "economy MY --details", "economy CN --as-of 2020-12-31 --json"],
  },
  http: { path: "/api/economies/:economy" },
});

const organisation = question({
  name: "organisation",
  summary: "all that is known of one organisation: shares, plants, lists, inputs, published patents",
  input: z.strictObject({ organisation: name.describe("an organisation by id or name") }),
  answer: organisationProfileSchema,
  answerName: "OrganisationProfile",
  examples: [{ organisation: "tokyo-electron" }],
  reads: ["map", "rules", "lists"],
  errors: ["LM_ORGANISATION_UNKNOWN"],
  command: { name: "organisation", places: ["organisation"], examples: ["organisation tokyo-electron", "organisation asml --details"] },
  http: { path: "/api/organisations/:organisation" },
});

export const profileQuestions = { economy, organisation };
