import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask/ask.ts";
import {
  controlShownSchema,
  controlsDiffSchema,
  controlsListSchema,
  timelineSchema,
  watchReportSchema,
} from "../answers/controls/controls-report.ts";
import { mostDepth } from "../answers/controls/exposure-depth.ts";
import { exposureReportSchema } from "../answers/controls/exposure-report.ts";
import { itemReportSchema } from "../answers/controls/item-report.ts";
import { screenReportSchema } from "../answers/screen/screen-report.ts";
import { day, loadFaults as faults, fraction, name, names } from "./route-schemas.ts";

const by = z
  .enum(["effective", "publication"])
  .optional()
  .describe("the date that counts where a row has both; without it, that of effect");
const asOf = day.optional().describe("the day that is asked about; without it, that of the server");
const lists = names.describe("ids of lists; without it, all that are loaded");

const questions = {
  screen: z.strictObject({
    name: z.string().min(1).max(4000).describe("at most 1,000 characters"),
    kind: z.enum(["organisation", "person"]).optional(),
    economy: name.optional().describe("code or name of an economy, where it is known"),
    list: lists,
    by,
    threshold: fraction.describe("the score from which on a name is a match; without it, the fitted one"),
    top: z.coerce.number().int().min(1).max(500).optional().describe("how many hits"),
    asOf,
  }),
  item: z.strictObject({
    query: z.string().trim().min(1).max(500).describe("an entry such as 3B001.f.1, or words of a specification"),
    to: name.optional().describe("destination, a code or name of an economy: also answer the licence question for it"),
    top: z.coerce.number().int().min(1).max(1000).optional().describe("how many places"),
    asOf,
  }),
  list: z.strictObject({ by }),
  control: z.strictObject({
    id: z.string().trim().min(1).max(300).describe("a list, an entry of a list or a rule; a rule by its citation too"),
  }),
  timeline: z.strictObject({
    issuer: name.optional().describe("ISO 3166 alpha-2"),
    kind: name.optional(),
    from: day.optional(),
    to: day.optional(),
    all: z.stringbool().optional().describe("also documents that no title tells to be of a kind of control"),
  }),
  diff: z.strictObject({ from: day, to: day, list: lists, by }),
  exposure: z.strictObject({
    target: z.string().trim().min(1).max(300).describe("a party, by id, entry or name, or a rule, by id or citation"),
    depth: z.coerce.number().int().min(0).max(mostDepth).optional().describe("steps up and down the chain"),
  }),
  watch: z.strictObject({
    from: name.optional(),
    to: name.optional().describe("ids of two loads of one source; without them, the newest two of each"),
  }),
};

/** The questions of `ask` on lists, items and rules as GET routes under `/api`. */
export function addControlRoutes(plain: FastifyInstance, ask: Ask): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();

  server.get(
    "/api/screen",
    {
      schema: {
        summary: "One name laid against the loaded lists as they stood on the day",
        querystring: questions.screen,
        response: { 200: screenReportSchema, ...faults },
      },
    },
    ({ query: { name: asked, kind, economy, list, ...options } }) =>
      ask.screen({ queries: [{ name: asked, kind, economy }], lists: list, ...options }),
  );
  server.get(
    "/api/item",
    {
      schema: {
        summary: "What the control list says of an item, and whether it asks for a licence",
        querystring: questions.item,
        response: { 200: itemReportSchema, ...faults },
      },
    },
    ({ query: { query, to, ...options } }) => ask.item({ query, destination: to, ...options }),
  );
  server.get(
    "/api/controls",
    {
      schema: {
        summary: "What is loaded of lists, items and rules, and how much of it is in force on the day",
        querystring: questions.list,
        response: { 200: controlsListSchema, ...faults },
      },
    },
    ({ query }) => ask.controlsList(query),
  );
  server.get(
    "/api/control",
    {
      schema: {
        summary: "One list, entry of a list or rule",
        querystring: questions.control,
        response: { 200: controlShownSchema, ...faults },
      },
    },
    ({ query }) => ask.control(query.id),
  );
  server.get(
    "/api/controls/timeline",
    {
      schema: {
        summary: "Rules and notices in the order of their days",
        querystring: questions.timeline,
        response: { 200: timelineSchema, ...faults },
      },
    },
    ({ query }) => ask.timeline(query),
  );
  server.get(
    "/api/controls/diff",
    {
      schema: {
        summary: "Rows of lists that came, went and changed between two days",
        querystring: questions.diff,
        response: { 200: controlsDiffSchema, ...faults },
      },
    },
    ({ query: { list, ...days } }) => ask.controlsDiff({ ...days, lists: list }),
  );
  server.get(
    "/api/controls/exposure",
    {
      schema: {
        summary: "Which technologies a party or a rule touches, and who deals in them",
        querystring: questions.exposure,
        response: { 200: exposureReportSchema, ...faults },
      },
    },
    ({ query }) => ask.exposureToControls(query),
  );
  server.get(
    "/api/controls/watch",
    {
      schema: {
        summary: "What differs between copies loaded one after another",
        querystring: questions.watch,
        response: { 200: watchReportSchema, ...faults },
      },
    },
    ({ query }) => ask.watch(query),
  );
}
