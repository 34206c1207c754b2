import { z } from "zod";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { name, top } from "../shared/fields.ts";
import { type Input, questionOf } from "../shared/question.ts";
import { patentCardSchema } from "./patent-card.ts";
import { portfolioReportSchema } from "./portfolio/portfolio-report.ts";
import { blocksReportSchema } from "./prior-art-report.ts";
import { patentSearchSchema, savedSearchesSchema, similarPatentsSchema } from "./search/patent-search-report.ts";
import { holderCardSchema, holderListSchema, technologyPatentsSchema } from "./technology-patents-report.ts";

/** What answers on patents rest on. */
export const patentReads: readonly DataKind[] = ["map", "rules", "patents"];

const question = questionOf("patents", { cost: "seconds", reads: patentReads });

/** Whose patents count, and as whose. */
const whose = {
  owners: z
    .enum(["filing", "today"])
    .optional()
    .describe("of those who filed, or of those who own them on the day asked for, by mergers and records of assignment (default: filing)"),
  rollUp: z
    .enum(["none", "units", "group"])
    .optional()
    .describe("count units named by a place, or all that was bought and institutes of an academy too, with their owner (default: none)"),
};

const technologyPatents = question({
  name: "technologyPatents",
  summary: "who holds the patents of a technology, which of them others build on, and what lapses when",
  input: z.strictObject({
    technology: name.describe("a technology by id or other name"),
    jurisdiction: name.optional().describe("in force at this office only, a two-letter code such as US (default: any office)"),
    top: top.optional().describe("how many holders (default: 10), or documents found (default: 20)"),
    seed: name.optional().describe("the document that the main path leads through (default: the path of most weight in the technology)"),
    ...whose,
  }),
  answer: technologyPatentsSchema,
  answerName: "TechnologyPatents",
  examples: [{ technology: "layer-transfer", top: 5 }],
  errors: ["LM_NOT_MEASURED", "LM_TECHNOLOGY_UNKNOWN"],
  command: {
    name: "patents",
    places: ["technology"],
    examples: [
      "patents layer-transfer",
      "patents layer-transfer --jurisdiction US --top 5 --seed US6103599",
      "patents layer-transfer --graph layer-transfer.graphml",
      'patents --search "thin film transfer"',
      `patents --search '(wafer OR substrate) NEAR/3 bond* AND class:H01L21 AND day:2010.. NOT office:CN' --facets`,
      "patents --search 'title:\"hybrid bonding\" status:in-force' --save bonding",
    ],
  },
  http: { path: "/api/technologies/:id/patents", names: { technology: "id" } },
});

const searchPatents = question({
  name: "searchPatents",
  summary: "patents that a search finds: words, phrases, NEAR, AND, OR, NOT, brackets and fields, with counts",
  input: z.strictObject({
    words: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .describe(
        "documents that a search finds, instead of a technology: words in title, abstract or holders, OR, NOT, brackets, NEAR/n, and title: abstract: claim: holder: inventor: class: office: technology: status: day: filed: and others",
      ),
    top: top.optional().describe("how many documents (default: 20)"),
    facets: z.boolean().optional().describe("also counts by office, year, holder, technology, class, type and status"),
  }),
  answer: patentSearchSchema,
  answerName: "PatentSearch",
  examples: [{ words: "thin film transfer" }],
  errors: ["LM_SEARCH_INVALID", "LM_TECHNOLOGY_UNKNOWN", "LM_NOT_MEASURED"],
  command: { name: "patents", options: { words: "search" }, examples: [] },
  http: {
    path: "/api/patents/search",
    limits: { top: top.max(1000).optional().describe("how many documents (default: 20)") },
    lists: ["found"],
  },
});

const similarPatents = question({
  name: "similarPatents",
  summary: "patents most like a patent or a text, by words and by words used together",
  input: z.strictObject({
    like: z.string().trim().min(1).max(4000).describe("the patents most like this one: a number, or a text in English"),
    top: top.optional().describe("how many documents (default: 20)"),
  }),
  answer: similarPatentsSchema,
  answerName: "SimilarPatents",
  examples: [{ like: "US6103599", top: 5 }],
  cost: "heavy",
  dated: false,
  errors: ["LM_PATENT_UNKNOWN", "LM_NOT_MEASURED"],
  command: {
    name: "patents",
    examples: ["patents --like US6103599", 'patents --like "transfer of a thin film by implanted hydrogen"'],
  },
  http: {
    path: "/api/patents/similar",
    limits: { top: top.max(1000).optional().describe("how many documents (default: 20)") },
    lists: ["found"],
  },
});

const savedSearches = question({
  name: "savedSearches",
  summary: "searches that are kept, with what is new to each since it was kept",
  input: z.strictObject({}),
  answer: savedSearchesSchema,
  answerName: "SavedSearches",
  examples: [{}],
  errors: ["LM_NOT_MEASURED"],
  command: {
    name: "patents",
    flag: ["saved", "searches that are kept, with what is new to each, instead of a technology"],
    examples: ["patents --saved"],
  },
  http: { path: "/api/patents/saved", lists: ["searches"] },
});

const patent = question({
  name: "patent",
  summary: "all that is known of one patent: holders, classes, status, citations and what they show",
  input: z.strictObject({ number: name.describe("a patent number as people write it; digits alone are of the US") }),
  answer: patentCardSchema,
  answerName: "PatentCard",
  examples: [{ number: "US6103599" }],
  errors: ["LM_PATENT_UNKNOWN", "LM_NOT_MEASURED"],
  command: {
    name: "patent",
    places: ["number"],
    examples: ["patent US6103599", 'patent "US 2011/0185700 A1"', "patent 6,103,599 --as-of 2015-06-30 --json"],
  },
  http: { path: "/api/patent" },
});

const holders = question({
  name: "holders",
  summary: "who holds patents, under which names, most documents first",
  input: z.strictObject({
    technology: name.optional().describe("the holders of this technology only"),
    top: top.optional().describe("how many holders (default: 20)"),
    ...whose,
  }),
  answer: holderListSchema,
  answerName: "HolderList",
  examples: [{ technology: "layer-transfer", top: 5 }],
  errors: ["LM_NOT_MEASURED", "LM_TECHNOLOGY_UNKNOWN"],
  command: {
    name: "holders",
    summary: "who holds patents, under which names, or all that is known of one holder",
    examples: [
      "holders",
      "holders --technology layer-transfer --top 5",
      "holders --owners today --roll-up group",
      'holders "Silicon Genesis"',
    ],
  },
  http: { path: "/api/holders", lists: ["holders"] },
});

const holder = question({
  name: "holder",
  summary: "all that is known of one holder of patents",
  input: z.strictObject({ name: name.describe("the id of a holder, or a name as documents print it"), ...whose }),
  answer: holderCardSchema,
  answerName: "HolderCard",
  examples: [{ name: "Silicon Genesis" }],
  errors: ["LM_NOT_MEASURED", "LM_HOLDER_UNKNOWN"],
  command: { name: "holders", places: ["name"], examples: [] },
  http: { path: "/api/holder" },
});

const portfolio = question({
  name: "portfolio",
  summary: "what a holder's patents hold today, what they block, and questions on filing, licences and letting go",
  input: z.strictObject({
    holder: name.describe("the id of a holder or an organisation, or a name as documents print it"),
    technology: name.optional().describe("families of this technology only"),
    jurisdiction: name
      .optional()
      .describe("families with a document at this office only, a two-letter code such as US (default: any office)"),
    top: top.optional().describe("how many of each list, and how many technologies are judged (default: 5)"),
    ...whose,
  }),
  answer: portfolioReportSchema,
  answerName: "PortfolioReport",
  examples: [{ holder: "soitec" }],
  errors: ["LM_NOT_MEASURED", "LM_HOLDER_UNKNOWN", "LM_TECHNOLOGY_UNKNOWN"],
  command: {
    name: "portfolio",
    places: ["holder"],
    examples: [
      "portfolio soitec",
      "portfolio soitec --technology layer-transfer --jurisdiction US",
      'portfolio "Silicon Genesis" --top 3 --json',
    ],
  },
  http: { path: "/api/portfolio" },
});

const blocks = question({
  name: "blocks",
  summary: "who was refused over whose documents, and who was kept out by whose patents",
  input: z.strictObject({
    office: name.optional().describe("office that refused, and jurisdiction of the cases: a two-letter code such as KR"),
    technology: name.optional().describe("refusals of its applications or over its documents, and cases, of this technology only"),
    top: top.optional().describe("how many of each list (default: 10)"),
    evaluate: z.boolean().optional().describe("also rank documents by text and compare with what examiners found"),
    ...whose,
  }),
  answer: blocksReportSchema,
  answerName: "BlocksReport",
  examples: [{ top: 5 }],
  errors: ["LM_NOT_MEASURED", "LM_TECHNOLOGY_UNKNOWN"],
  command: {
    name: "blocks",
    examples: ["blocks", "blocks --office KR --top 20", "blocks --technology hybrid-bonding --json", "blocks --evaluate"],
  },
  http: { path: "/api/blocks", without: ["evaluate"] },
});

export const patentQuestions = {
  technologyPatents,
  searchPatents,
  similarPatents,
  savedSearches,
  patent,
  holders,
  holder,
  portfolio,
  blocks,
};

export type TechnologyPatentsQuestion = Input<typeof technologyPatents>;
export type SimilarQuestion = Input<typeof similarPatents>;
export type SearchQuestion = Input<typeof searchPatents>;
export type PortfolioQuestion = Input<typeof portfolio>;
export type BlocksQuestion = Input<typeof blocks>;

/** Whose patents count, and as whose; absent: of those who filed, each for itself. */
export type OwnersAsked = Pick<Input<typeof holders>, "owners" | "rollUp">;
