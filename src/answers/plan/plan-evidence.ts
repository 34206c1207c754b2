import { counted } from "../../base/format.ts";
import { listed, said } from "../../base/words.ts";
import { economicsOf, middle } from "../../plan/economics.ts";
import { followUpPart } from "../../plan/make-problem/limits.ts";
import type { PlanFacts } from "../../plan/make-problem/plan-facts.ts";
import { filingLimits } from "../patents/portfolio/portfolio-evidence.ts";
import type { Evidence } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { supplyEvidence } from "../shared/supply-evidence.ts";
import { homeWords, modelLimit } from "./plan-labels.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

const limits = [
  modelLimit,
  "Costs cover research and first filings, not the plants that would make what is researched.",
  "Programmes add up. What one teaches another is not counted, and two affect each other only where they share a target.",
  "A programme is begun only if it ends within the years.",
  "What the home would lose of a technology is the loss to the one foreign holder who costs it most. Each own supply built up is counted as if it were the only one.",
  "Licences are unknown, so what patents of others block begins at nothing; the middle of that interval is counted. It is an upper bound and not legal advice: ask counsel.",
];

const filingBeside =
  "Value at stake where a family is filed is an upper bound by what its claims could read on. The plan's own royalties are shared by blocking weight among all patent holders, and are far less.";

const rules = ["method:plan", "method:structural-dependence", "method:denial", "method:composition"];

/**
 * What an answer on a plan rests on: the figures of supply of all technologies it chose from, the inputs with a source, and what it cannot know.
 * `advised`: documents that advice on filing rests on; none: no advice is given. `technologies`: of programmes that are in.
 */
export function planEvidence(
  prepared: PreparedPlan,
  advised: readonly (string | null)[] = [],
  technologies: ReadonlySet<string> = new Set(),
): Evidence {
  const { read, names, gathered, inputs, measured, asked, head } = prepared;
  const touched = gathered.facts.technologies.map(({ id }) => read.map.indexOf.get(id)!);
  const supply = supplyEvidence(read, touched, [names.place, ...names.jurisdictions]);
  const unheld = assumedlyHeld(gathered.facts, inputs);
  const uncounted = gathered.facts.cells.filter(({ cell }) => cell.families === null).length;
  return evidenceOf(read, {
    grade: "assumed",
    sources: [
      ...inputs.map(({ source }) => source),
      ...gathered.sales.sales.flatMap(({ sources }) => sources),
      ...supply.sources,
      ...advised,
    ],
    rules: [...rules, ...(advised.length === 0 ? [] : ["method:portfolio-audit-filing-and-licensing"])],
    limits: said(
      asked.dayNotUsed !== null &&
        `Read as known on ${read.map.asOf}, as the plan says; the day asked for, ${asked.dayNotUsed}, is not used.`,
      ...limits,
      ...(advised.length === 0 ? [] : [...filingLimits, filingBeside]),
      uncounted > 0 &&
        `No patent is loaded for ${uncounted} of ${gathered.facts.cells.length} cells. They come from rules, facts of supply and assumed yields.`,
      unheld > 0 &&
        `For ${counted(unheld, "technology", "technologies")} with a market, less blocking weight is loaded than others are assumed to have. What the home holds beyond it is assumed too, from nothing to as much as all others (own-part). The more it holds, the less further families bring.`,
      homeWords(head),
      followUpKnown(prepared),
      ...unchosenNeeds(prepared, technologies),
      ...measured,
      ...asked.file.sources.map(({ title, publisher, year, url }) => `Source given in the file: ${title}, ${publisher} ${year}, ${url}`),
    ),
  });
}

/** Of how many cells follow-up is known, where a plan caps it. */
function followUpKnown({ choices, gathered }: PreparedPlan): string | null {
  if (choices.followUpCap === null) return null;
  const { cells } = gathered.facts;
  const known = cells.filter(({ cell }) => followUpPart(cell.followUp) !== null).length;
  return `Follow-up work is known for ${known} of ${cells.length} cells. The cap applies only to what is spent on these${known === 0 ? ", so it binds nothing" : ""}.`;
}

/** Technologies with a market of which the home's blocking weight is not what is loaded alone. */
function assumedlyHeld({ technologies }: PlanFacts, inputs: PreparedPlan["inputs"]): number {
  const { of } = economicsOf(inputs, middle);
  return technologies.filter(({ id, markets }) =>
    markets.some(({ weights: { own, others } }) => own === null || others === null || others < of("others-weight", id)),
  ).length;
}

/**
 * What is taken as available though it was not chosen: technologies that those of a plan cannot do without and of which there is no programme to choose from.
 * Nothing where programmes need not stand on one another. `technologies`: of the programmes that are in.
 */
export function unchosenNeeds(
  { choices, gathered, made, read }: Pick<PreparedPlan, "choices" | "gathered" | "made" | "read">,
  technologies: ReadonlySet<string>,
): readonly string[] {
  if (!choices.dependencies) return [];
  const toChoose = new Set(made.programmes.map(({ cell }) => cell.technology));
  const needs = gathered.facts.technologies.flatMap((each) => (technologies.has(each.id) ? each.needs : []));
  const unchosen = [...new Set(needs)].filter((id) => !toChoose.has(id)).sort();
  if (unchosen.length === 0) return [];
  const names = unchosen.map((id) => read.map.technologies[read.map.indexOf.get(id)!]!.name);
  const [have, are] = unchosen.length === 1 ? ["has", "is"] : ["have", "are"];
  return [
    `${counted(unchosen.length, "technology", "technologies")} that the selected ones cannot do without ${have} no programme to choose from, and ${are} taken as available: ${listed(names)}.`,
  ];
}
