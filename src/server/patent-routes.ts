import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask/ask.ts";
import { blocksReportSchema } from "../answers/patents/blocks/blocks-report.ts";
import { holderCardSchema, holderListSchema } from "../answers/patents/holder-list.ts";
import { patentCardSchema } from "../answers/patents/patent-card.ts";
import { patentSearchSchema } from "../answers/patents/patent-search-report.ts";
import { portfolioReportSchema } from "../answers/patents/portfolio/portfolio-report.ts";
import { technologyPatentsSchema } from "../answers/patents/technology-patents-report.ts";
import { loadFaults as faults, name, top } from "./route-schemas.ts";

const questions = {
  technologyPatents: z.strictObject({
    jurisdiction: name.optional().describe("in force at this office only: a two-letter code"),
    top: top.describe("how many holders"),
    seed: name.optional().describe("the document the main path leads through; without it, the one most cited within the technology"),
  }),
  holders: z.strictObject({
    technology: name.optional().describe("holders of the patents of this technology only"),
    top: top.describe("how many holders"),
  }),
  holder: z.strictObject({ name: name.describe("the id of a holder, or a name as documents print it") }),
  portfolio: z.strictObject({
    holder: name.describe("the id of a holder or an organisation, or a name as documents print it"),
    technology: name.optional().describe("families of this technology only"),
    jurisdiction: name.optional().describe("families with a document at this office only: a two-letter code"),
    top: top.describe("how many of each list, and how many technologies are judged"),
  }),
  patent: z.strictObject({ number: name.describe("a patent number as people write it; digits alone are of the US") }),
  search: z.strictObject({
    words: name.describe("all of them must stand in title, abstract or holders"),
    top: z.coerce.number().int().min(1).max(1000).optional().describe("how many documents"),
  }),
  blocks: z.strictObject({
    office: name.optional().describe("office that refused, and jurisdiction of the cases: a two-letter code"),
    technology: name.optional().describe("refused applications and cases of this technology only"),
    top: top.describe("how many of each list"),
  }),
};

/** The questions of `ask` on patents as GET routes under `/api`. */
export function addPatentRoutes(plain: FastifyInstance, ask: Ask): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();

  server.get(
    "/api/technologies/:id/patents",
    {
      schema: {
        summary: "Who holds the patents of a technology, which of them others build on, and what lapses when",
        params: z.object({ id: name }),
        querystring: questions.technologyPatents,
        response: { 200: technologyPatentsSchema, ...faults },
      },
    },
    (request) => ask.technologyPatents({ technology: request.params.id, ...request.query }),
  );
  server.get(
    "/api/holders",
    {
      schema: {
        summary: "Holders of patents, most documents first",
        querystring: questions.holders,
        response: { 200: holderListSchema, ...faults },
      },
    },
    (request) => ask.holders(request.query),
  );
  server.get(
    "/api/holder",
    {
      schema: {
        summary: "All that is known of one holder of patents",
        querystring: questions.holder,
        response: { 200: holderCardSchema, ...faults },
      },
    },
    (request) => ask.holder(request.query),
  );
  server.get(
    "/api/portfolio",
    {
      schema: {
        summary: "What the patents of a holder hold today, what they block, and questions on filing, licences and letting go",
        querystring: questions.portfolio,
        response: { 200: portfolioReportSchema, ...faults },
      },
    },
    (request) => ask.portfolio(request.query),
  );
  server.get(
    "/api/patent",
    {
      schema: {
        summary: "All that is known of one patent",
        querystring: questions.patent,
        response: { 200: patentCardSchema, ...faults },
      },
    },
    (request) => ask.patent(request.query.number),
  );
  server.get(
    "/api/patents/search",
    {
      schema: {
        summary: "Patents whose title, abstract or holders contain all words",
        querystring: questions.search,
        response: { 200: patentSearchSchema, ...faults },
      },
    },
    (request) => ask.searchPatents(request.query),
  );
  server.get(
    "/api/blocks",
    {
      schema: {
        summary: "Who was refused over whose documents, and who was kept out by whose patents",
        querystring: questions.blocks,
        response: { 200: blocksReportSchema, ...faults },
      },
    },
    (request) => ask.blocks(request.query),
  );
}
