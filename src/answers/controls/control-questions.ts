import { z } from "zod";
import { by, day, name, names, top } from "../shared/fields.ts";
import { type Input, questionOf } from "../shared/question.ts";
import {
  controlShownSchema,
  controlsDiffSchema,
  controlsListSchema,
  exposureReportSchema,
  mostDepth,
  timelineSchema,
  usualDepth,
  watchReportSchema,
} from "./controls-report.ts";
import { itemReportSchema } from "./item-report.ts";

const question = questionOf("controls");

const longName = z.string().trim().min(1).max(300);
const lists = names.optional().describe("these lists only, by id (default: all that are loaded)");

const itemFields = {
  query: z.string().trim().min(1).max(500).describe("an entry such as 3B001.f.1, or words of a specification"),
  top: top.max(1000).optional().describe("how many places that words find (default: 10)"),
  asOf: day.optional().describe("the day that is asked about (default: that of the workspace or server)"),
};
const destination = name.optional().describe("destination of the licence question, a code or name of an economy such as CN");

interface AskedItem extends z.infer<z.ZodObject<typeof itemFields>> {
  readonly to?: string | undefined;
}

const item = question({
  name: "item",
  summary: "an entry of the control list, by its number or by words, and whether it asks for a licence",
  input: z.strictObject({ ...itemFields, destination }),
  answer: itemReportSchema,
  answerName: "ItemReport",
  examples: [{ query: "3B001.f.1", destination: "CN" }],
  reads: ["map", "rules", "items"],
  errors: ["LM_ECONOMY_UNKNOWN"],
  asked: {
    input: z.strictObject({ ...itemFields, to: destination }),
    toInput: ({ to, ...rest }: AskedItem) => ({ ...rest, destination: to }),
  },
  command: {
    name: "item",
    places: ["query..."],
    without: ["asOf"],
    examples: ["item 3B001.f.1 --to CN", 'item "atomic layer deposition of metal" --to NL', "item 3B001"],
  },
  http: { path: "/api/item", lists: ["found"] },
});

const controlsList = question({
  name: "controlsList",
  summary: "the lists, control lists and rules that are loaded, and how much of each is in force",
  input: z.strictObject({ by }),
  answer: controlsListSchema,
  answerName: "ControlsList",
  examples: [{}],
  reads: ["rules", "lists", "items"],
  command: { name: "controls list", examples: ["controls list", "controls list --as-of 2024-06-01"] },
  http: { path: "/api/controls" },
});

const control = question({
  name: "control",
  summary: "one list with its readings compared, one entry of a list, or one rule",
  input: z.strictObject({ id: longName.describe("a list, an entry of a list or a rule; a rule by its citation too") }),
  answer: controlShownSchema,
  answerName: "ControlShown",
  examples: [{ id: "2022-21658" }],
  reads: ["map", "rules", "lists"],
  errors: ["LM_CONTROL_UNKNOWN"],
  command: {
    name: "controls show",
    places: ["id"],
    examples: ["controls show us-1260h", "controls show 2022-21658", 'controls show "87 FR 62186"'],
  },
  http: { path: "/api/control" },
});

const timeline = question({
  name: "timeline",
  summary: "rules and notices in the order of their days, and how each stands",
  input: z.strictObject({
    issuer: name.optional().describe("of this issuer only, such as US"),
    kind: name
      .optional()
      .describe(
        "of this kind only: listed-party, item, end-use, direct-product, tariff, suspension, licence-policy, investment, procurement, requisition, court",
      ),
    from: day.optional().describe("that begin on this day or later"),
    to: day.optional().describe("that begin on this day or before"),
    all: z.boolean().optional().describe("also documents whose title names no kind of control"),
  }),
  answer: timelineSchema,
  answerName: "Timeline",
  examples: [{ issuer: "US", from: "2022-01-01" }],
  reads: ["map", "rules"],
  command: {
    name: "controls timeline",
    examples: ["controls timeline --issuer US --from 2022-01-01", "controls timeline --kind suspension --as-of 2026-11-10"],
  },
  http: { path: "/api/controls/timeline", lists: ["rules"] },
});

const diffFields = { from: day.describe("the earlier day"), to: day.describe("the later day"), by };

interface AskedDiff extends z.infer<z.ZodObject<typeof diffFields>> {
  readonly list?: readonly string[] | undefined;
}

const controlsDiff = question({
  name: "controlsDiff",
  summary: "rows of lists, entries and rules that came, went or changed between two days",
  input: z.strictObject({ ...diffFields, lists }),
  answer: controlsDiffSchema,
  answerName: "ControlsDiff",
  examples: [{ from: "2024-11-30", to: "2024-12-31" }],
  cost: "seconds",
  reads: ["rules", "lists", "items"],
  dated: false,
  errors: ["LM_NO_LISTS"],
  asked: {
    input: z.strictObject({ ...diffFields, list: lists }),
    toInput: ({ list, ...rest }: AskedDiff) => ({ ...rest, lists: list }),
  },
  command: {
    name: "controls diff",
    places: ["from", "to"],
    examples: ["controls diff 2024-11-30 2024-12-31 --list us-entity-list", "controls diff 2024-06-01 2025-06-01 --list us-1260h"],
  },
  http: { path: "/api/controls/diff", lists: ["added", "removed", "changed", "rules"] },
});

const exposureToControls = question({
  name: "exposureToControls",
  summary: "which technologies a listed party or a rule touches, and who deals in them, up and down the chain",
  input: z.strictObject({
    target: longName.describe("a party, by id, entry or name, or a rule, by id or citation"),
    depth: z
      .number()
      .int()
      .min(0)
      .max(mostDepth)
      .optional()
      .describe(`steps up and down the chain, at most ${mostDepth} (default: ${usualDepth})`),
  }),
  answer: exposureReportSchema,
  answerName: "ExposureReport",
  examples: [{ target: "smee" }],
  reads: ["map", "rules", "lists", "items"],
  errors: ["LM_PARTY_UNKNOWN"],
  command: {
    name: "controls exposure",
    places: ["target"],
    examples: ["controls exposure smee", "controls exposure 2022-21658 --depth 2"],
  },
  http: { path: "/api/controls/exposure", lists: ["parties", "touched", "chain"] },
});

const watch = question({
  name: "watch",
  summary: "what changed on lists, control lists and rules between two loads or two days, and what is new to kept searches on patents",
  input: z.strictObject({
    from: name.optional().describe("id of a load, or a day (default: the newest two loads of each source)"),
    to: name.optional().describe("id of a later load of the same source, or a later day"),
  }),
  answer: watchReportSchema,
  answerName: "WatchReport",
  examples: [{}],
  cost: "seconds",
  dated: false,
  errors: ["LM_LOAD_UNKNOWN"],
  command: {
    name: "watch",
    places: ["from", "to"],
    examples: ["watch", "watch 2026-06-01 2026-07-31", "watch 0f3a9c5d1e2b4a68 83f0902b65a76190"],
  },
  http: { path: "/api/controls/watch" },
});

export const controlQuestions = { item, controlsList, control, timeline, controlsDiff, exposureToControls, watch };

export type ItemQuestion = Input<typeof item>;
export type TimelineQuestion = Input<typeof timeline>;
export type DiffQuestion = Input<typeof controlsDiff>;
export type ExposureQuestion = Input<typeof exposureToControls>;
export type WatchQuestion = Input<typeof watch>;
