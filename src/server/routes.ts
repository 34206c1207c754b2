import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask/ask.ts";
import { mapViewSchema } from "../answers/card/map-view.ts";
import { technologyCardSchema, technologyListSchema } from "../answers/card/technology-card.ts";
import { workspaceStatusSchema } from "../answers/shared/workspace-status.ts";
import { changeReportSchema } from "../answers/supply/change-report.ts";
import { chokepointReportSchema } from "../answers/supply/chokepoint-report.ts";
import { faults, name, top } from "./route-schemas.ts";

const home = name.optional().describe("economy (ISO 3166 alpha-2) or group; without it, the whole world");

const questions = {
  map: z.strictObject({ home }),
  technology: z.strictObject({ home }),
  chokepoints: z.strictObject({
    home,
    source: name.optional().describe("answer from the shares of this source only"),
    top: top.describe("how many of the ranked"),
  }),
  changes: z.strictObject({ source: name.describe("the source whose last two editions are compared") }),
  nothing: z.strictObject({}),
};

/** The questions of `ask` as GET routes under `/api`. */
export function addRoutes(plain: FastifyInstance, ask: Ask): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();

  server.get(
    "/api/map",
    { schema: { summary: "The whole map for one home", querystring: questions.map, response: { 200: mapViewSchema, ...faults } } },
    (request) => ask.map(request.query),
  );
  server.get(
    "/api/chokepoints",
    {
      schema: {
        summary: "Technologies ranked by the loss one foreign holder could cause",
        querystring: questions.chokepoints,
        response: { 200: chokepointReportSchema, ...faults },
      },
    },
    (request) => ask.chokepoints(request.query),
  );
  server.get(
    "/api/technologies",
    { schema: { summary: "All technologies", querystring: questions.nothing, response: { 200: technologyListSchema, ...faults } } },
    () => ask.technologies(),
  );
  server.get(
    "/api/technologies/:id",
    {
      schema: {
        summary: "All that is known of one technology",
        params: z.object({ id: name }),
        querystring: questions.technology,
        response: { 200: technologyCardSchema, ...faults },
      },
    },
    (request) => ask.technology(request.params.id, request.query),
  );
  server.get(
    "/api/status",
    { schema: { summary: "What is loaded", querystring: questions.nothing, response: { 200: workspaceStatusSchema, ...faults } } },
    () => ask.status(),
  );
  server.get(
    "/api/changes",
    {
      schema: { summary: "Change between two editions", querystring: questions.changes, response: { 200: changeReportSchema, ...faults } },
    },
    (request) => ask.changes(request.query),
  );
}
