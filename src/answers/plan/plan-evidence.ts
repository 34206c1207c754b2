import { number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listedFirst, lowered, said } from "../../base/words.ts";
import { isRivalryCounted } from "../../plan/programmes/bet.ts";
import { filingLimits } from "../patents/portfolio/portfolio-evidence.ts";
import type { Evidence } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { technologyName } from "../shared/names.ts";
import { supplyEvidence } from "../shared/supply-evidence.ts";
import { assumedFamilies, homeWords, modelLimit, noLateCount, sameForAll } from "./plan-labels.ts";
import { chosenWorlds } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

const limits = [
  modelLimit,
  "Values are of the whole plan, composed in each world. What single programmes are missed by does not add up to it; Shapley shares do.",
  `It is chosen on ${number(chosenWorlds)} drawn worlds, and how near it is to the best holds on those: each problem tells in how many quarters of them it is in the best plan of the quarter alone, and another seed (\`--seed\`) may choose others where that is not all.`,
  "Supply is at the middle of its inputs; intervals are over the inputs of programmes, sales and royalties.",
  "All programmes begin in the first year. In a world an act, once begun, lasts; stock, wear, renewal and new makers elsewhere take off what is felt of it.",
  "What a control keeps from the home today is not an act: sales of today stand under it, and what it would sell without is not counted.",
  sameForAll,
  "Stocks are not among the programmes, though for what is used in small amounts one may cost far less: `chokepoints` tells what it would take.",
  "Own supply fills what lacks. What a plant sells while nothing lacks earns back a part of its capital (earned-back) and is not income.",
  "Rights are an upper bound of market access, not of output, and no legal advice: ask counsel. Supply that the home leads in is clout too; `leverage` tells it, and a plan whose plants serve the home's own need adds none.",
  "Freedom to operate is valued as the royalties that own claims spare on own sales, at the rate that others would pay; what others' patents block today is not in it (`portfolio`).",
  "Rivals are others' published families less those of the home; where no late count goes beyond one office they are assumed, and what the home has filed is not taken out.",
];

const filingBeside =
  "A family is worth at an office what it adds there to royalties of others and to those spared on own sales, or to what is left of sales of the new product, or by the weight of clout to what it keeps the target from selling, whichever is more; portfolio advice counts all that claims could exclude, which is far more. Clout is shown beside it whatever the plan counts it for.";

/** Technologies without a plant that are named. */
const namedWithoutPlant = 5;

const rules = ["method:joint-plan", "method:denial", "method:composition"];

/**
 * What an answer on a plan rests on: the figures of supply of all that the home's sales stand on, the inputs with a source, and what it cannot know.
 * `advised`: documents that advice on filing rests on; none: no advice is given.
 */
export function planEvidence(prepared: PreparedPlan, advised: readonly (string | null)[] = []): Evidence {
  const { read, names, gathered, inputs, measured, asked, head } = prepared;
  const { facts } = gathered;
  const touched = new Set(facts.problems.map(({ technology }) => read.map.indexOf.get(technology)!));
  const supply = supplyEvidence(read, [...touched], [names.place, ...names.jurisdictions]);
  const uncounted = facts.problems.filter((problem) => !isRivalryCounted(problem));
  const next = facts.problems.filter(({ isNext }) => isNext);
  return evidenceOf(read, {
    grade: "assumed",
    sources: [
      ...inputs.map(({ source }) => source),
      ...gathered.sales.sales.flatMap(({ sources }) => sources),
      ...[...gathered.rows.values()].map(({ source }) => source),
      ...supply.sources,
      ...advised,
    ],
    rules: [...rules, ...(advised.length === 0 ? [] : ["method:portfolio-audit-filing-and-licensing"])],
    limits: said(
      asked.dayNotUsed !== null && say("plan-evidence.read-as-known-on", { asOf: read.map.asOf, dayNotUsed: asked.dayNotUsed }),
      gathered.noPlant.length > 0 &&
        say("plan-evidence.no-plan-can-supply", {
          noPlant: listedFirst(
            gathered.noPlant.map((id) => lowered(technologyName(read, id))),
            namedWithoutPlant,
          ),
        }),
      ...limits,
      uncounted.length > 0 &&
        say("plan-evidence.for-of-problems-among", {
          uncounted: String(uncounted.length),
          problems: facts.problems.length,
          next: String(next.filter((problem) => !isRivalryCounted(problem)).length),
          nextOther: String(next.length),
          noLateCount,
          assumedFamilies: assumedFamilies(
            inputs,
            uncounted.map(({ technology }) => technology),
          ),
        }),
      ...(advised.length === 0 ? [] : [...filingLimits, filingBeside]),
      homeWords(head),
      head.lossUnknown === "sales" &&
        "What others pay for research itself is not counted, though an institute may live by it: of the EUR 415 M that imec took in in 2015, EUR 50 M came from Flanders and the Netherlands, which pay for it as governments.",
      ...measured,
      ...asked.file.sources.map(({ title, publisher, year, url }) =>
        say("plan-evidence.source-given-in-the", { title, publisher, year: String(year), url }),
      ),
    ),
  });
}
