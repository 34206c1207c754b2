import { z } from "zod";
import type { LevermapError } from "../../base/errors.ts";
import { outsiderRoles } from "../../leverage/members.ts";
import { controlClasses, outageCauses } from "../../link/parameter-domains.ts";
import { fileFault, fileProblems, yamlOf } from "../shared/file-problems.ts";
import { fileDay, fileName, fileNames, filePart, fileSource, fileText, mostEntries } from "../shared/file-schema.ts";
import { schemaFault } from "../shared/schema-fault.ts";

const ordered = ([low, high]: readonly [number, number]): boolean => low <= high;

/** The JSON schema cannot read checks, so this says it again. */
const oneKey = { minProperties: 1, maxProperties: 1 };

const source = fileSource(z.url({ protocol: /^https?$/ }));

const easing = z.strictObject({
  date: fileDay,
  left: filePart.describe("part of the withholding that is left from then on"),
  announced: fileDay.optional().describe("when it became known; default: when it came"),
});

/** What acts have in common. */
const act = {
  senders: fileNames.describe("economies, groups or organisations that withhold"),
  targets: fileNames.describe("economies, groups, organisations, or world: all but the senders"),
  class: z.enum(controlClasses).optional().describe("how much is withheld; default: ban, or the class of the control"),
  reach: z.boolean().default(true).describe("rules of the senders reach what others make"),
  service: z.boolean().default(false).describe("service and parts of tools are withheld too"),
  leakage: filePart.optional().describe("part that a ban lets through; default: drawn by kind of good"),
  announced: fileDay.optional().describe("when it became known, for purchases before the effect"),
  from: fileDay.describe("when it takes effect"),
  easing: z.array(easing).max(mostEntries).default([]),
  end_announced: z
    .boolean()
    .default(false)
    .describe(
      "its end was announced with it, so that users spread their stock up to then; else they ration towards an end they do not know",
    ),
  honours_contracts: z
    .boolean()
    .optional()
    .describe("contracts in force are served until they end, as in an end of sales; default: false for a ban, true for licences"),
};

const withhold = z
  .strictObject({
    ...act,
    senders: act.senders.optional(),
    targets: act.targets.optional(),
    from: fileDay.optional(),
    technologies: fileNames.optional(),
    control: fileName.optional().describe("citation of a control of the atlas, from which comes what is not said here"),
  })
  .refine(({ technologies, control }) => technologies !== undefined || control !== undefined, "needs `technologies` or `control`")
  .refine(({ senders, control }) => senders !== undefined || control !== undefined, "needs `senders`")
  .refine(({ targets, control }) => targets !== undefined || control !== undefined, "needs `targets`")
  .refine(({ from, control }) => from !== undefined || control !== undefined, "needs `from`")
  .meta({ anyOf: [{ required: ["control"] }, { required: ["technologies", "senders", "targets", "from"] }] });

const foundry = z.strictObject({
  ...act,
  node: z.number().positive().max(10_000).describe("nm: the class of this node and finer ones are denied"),
});

const refuse = z.strictObject({
  buyers: fileNames.describe("economies, groups or organisations that refuse to buy"),
  sellers: fileNames.describe("economies, groups or organisations whose goods they refuse"),
  technologies: fileNames,
  leakage: act.leakage,
  announced: act.announced,
  from: act.from,
  easing: act.easing,
  end_announced: act.end_announced,
  honours_contracts: act.honours_contracts,
});

const capacity = z
  .strictObject({
    of: z
      .strictObject({ economy: fileName.optional(), organisation: fileName.optional(), plant: fileName.optional() })
      .refine((of) => Object.keys(of).length === 1, "must name one economy, organisation or plant")
      .meta(oneKey),
    technologies: fileNames.optional().describe("default for a plant: what it makes"),
    lost: z.tuple([filePart, filePart]).refine(ordered, "has its higher end first").describe("part of that capacity"),
    cause: z.enum(outageCauses).optional().describe("what stopped it"),
    repair: z
      .tuple([z.number().min(0).max(1200), z.number().min(0).max(1200)])
      .refine(ordered, "has its higher end first")
      .optional()
      .describe("months to full output; without it, as long as it took plants hit before by the same cause (outages.csv)"),
    total: z.boolean().default(false).describe("given up: it never comes back"),
    spoiled: z
      .tuple([filePart, filePart])
      .refine(ordered, "has its higher end first")
      .optional()
      .describe("part of a month's output lost with the work in process"),
    apart: z
      .array(fileName)
      .max(mostEntries)
      .default([])
      .describe("economies, groups or organisations whose own loss is listed apart from that of all others"),
    from: fileDay,
  })
  .refine(({ total, repair }) => !total || repair === undefined, "is a total loss and has no `repair`")
  .meta({ not: { required: ["repair", "total"], properties: { total: { const: true } } } });

const patents = z.strictObject({
  holders: fileNames.describe("organisations, economies or groups that refuse all licences"),
  jurisdictions: fileNames,
  technologies: fileNames.optional().describe("whose claims are denied; default: all"),
  from: fileDay,
});

const kinds = { withhold, foundry, refuse, capacity, patents };

const measure = z
  .strictObject({
    withhold: withhold.optional(),
    foundry: foundry.optional(),
    refuse: refuse.optional(),
    capacity: capacity.optional(),
    patents: patents.optional(),
  })
  .refine((each) => Object.keys(each).length === 1, "must be one of withhold, foundry, refuse, capacity, patents")
  .meta(oneKey);

/** A file of a scenario: what is withheld by whom from whom, or lost, and when. */
export const scenarioFileSchema = z.strictObject({
  name: fileText,
  about: fileText.optional(),
  sources: z.array(source).max(mostEntries).default([]).describe("of the facts in the file"),
  as_of: fileDay.optional().describe("figures, rules and criticality as known on this day; default: the day asked"),
  outsiders: z.enum(outsiderRoles).default("backfilling").describe("what all others do"),
  measures: z.array(measure).min(1).max(50),
});

export type ScenarioFile = z.infer<typeof scenarioFileSchema>;
export type ScenarioMeasure = ScenarioFile["measures"][number];

/** The JSON schema of a scenario file, for editors and other programs. */
export const scenarioFileJsonSchema = (): object => z.toJSONSchema(scenarioFileSchema, { io: "input" });

/** The keys that a scenario file knows. */
const knownKeys = [
  ...new Set([scenarioFileSchema, source, easing, measure, ...Object.values(kinds)].flatMap(({ shape }) => Object.keys(shape))),
];

/** Reads the text of a scenario file. Throws LM_SCENARIO_INVALID that names each place that is wrong. */
export function readScenarioText(file: string, content: string): ScenarioFile {
  const fault = (problems: readonly string[]): LevermapError => invalidScenario(file, problems);
  const read = scenarioFileSchema.safeParse(yamlOf(content, fault), { error: schemaFault });
  if (read.success) return read.data;
  throw fault(fileProblems(read.error, knownKeys));
}

/** The error for a file that is not a scenario, or that names what the map does not know. */
export const invalidScenario = (file: string, problems: readonly string[]): LevermapError =>
  fileFault("LM_SCENARIO_INVALID", file, "cannot be run as a scenario", problems);
