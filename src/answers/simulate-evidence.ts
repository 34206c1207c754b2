import { drawnParameters } from "../leverage/draw/inputs.ts";
import { membersOf } from "../leverage/members.ts";
import { createParameterLookup } from "../leverage/parameters.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceOf, weakest } from "./evidence-of.ts";
import { measureSources, type PlannedScenario } from "./planned-scenario.ts";
import type { ReadModel } from "./read-model.ts";
import type { ResultContext } from "./result-context.ts";

const limits = [
  "What the model gives, not a forecast: nobody's answer is foreseen but by the outsiders' role, and prices move nothing but where elasticities are known.",
  "Everything of a stretch of months is taken at its middle; the stretches end at the horizons and where something begins or eases.",
  "A part not replaced is taken from the whole installed base of tools, of which all parts wear out alike, the senders' faster where service is withheld.",
  "Sales lost are what stops for the targets, less what the senders sell elsewhere in place of third parties who turn to the targets.",
  "A firm without plants of its own loses what it cannot have made; what that is worth is not known.",
  "Trade between pairs of economies is not read here: imports come by shares of world supply.",
  "Users lack a final product here where it is withheld itself; what they lack because less of it is made is in what the makers lose.",
];

/** What an answer of a scenario, or before it is run its plan, rests on: figures of shares, parameters, criticality, places of making and use, rules and GDP. */
export function simulateEvidence(read: ReadModel, planned: PlannedScenario, context: ResultContext | null): Evidence {
  const { rows, technologies } = read.map;
  const { compiled } = planned;
  const run = context ? [...context.run.technologies, ...context.run.metrics.flatMap(({ product }) => product ?? [])] : [];
  const asked = (compiled?.asked ?? []).flatMap(({ technology, seeds }) => [technology, ...seeds]);
  const touched = [...new Set([...run, ...asked])];
  const ids = new Set(touched.map((t) => technologies[t]!.id));
  const lookup = createParameterLookup(read.map);
  const parameters = touched.flatMap((t) =>
    [...drawnParameters, "market-size"].flatMap((name) => lookup(technologies[t]!, name)?.row ?? []),
  );
  const shares = touched.flatMap((t) => technologies[t]!.supply?.rows ?? []);
  const needs = rows.requirement.filter((row) => ids.has(row.input) || ids.has(row.technology));
  const codes = new Set((compiled?.question.parties ?? []).flatMap((code) => [code, ...membersOf(read.model, code)]));
  const places = rows.product_place.filter(({ product, economy }) => ids.has(product) && codes.has(economy));
  const reach = rows.reach.filter(({ technology, issuer }) => ids.has(technology) && codes.has(issuer));
  const gdp = read.economies.filter(({ id }) => codes.has(id));
  const used = [...shares, ...parameters, ...needs, ...places, ...reach];
  return evidenceOf(read, {
    grade: weakest([...used.map((row) => ("grade" in row ? row.grade : "assumed")), compiled ? "assumed" : null]),
    sources: [...measureSources(planned), ...used.map((row) => ("source" in row ? row.source : null)), ...gdp.map(({ source }) => source)],
    rules: ["method:scenario", "method:course", "method:reach", "method:denial", "method:composition", "method:monte-carlo"],
    limits: context ? limits : [],
  });
}
