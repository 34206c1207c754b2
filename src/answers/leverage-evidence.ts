import { drawnParameters } from "../leverage/draw/inputs.ts";
import { membersOf } from "../leverage/members.ts";
import { createParameterLookup } from "../leverage/parameters.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceOf, weakest } from "./evidence-of.ts";
import type { ReadModel } from "./read-model.ts";

/** What an answer on leverage rests on: shares, parameters, criticality, places of making and use, rules and GDP of those who took part. */
export function leverageEvidence(
  read: ReadModel,
  touched: Iterable<number>,
  parties: readonly string[],
  limits: readonly string[],
): Evidence {
  const { rows, technologies, products } = read.map;
  const all = [...new Set([...touched, ...products])];
  const ids = new Set(all.map((t) => technologies[t]!.id));
  const lookup = createParameterLookup(read.map);
  const parameters = all.flatMap((t) => [...drawnParameters, "market-size"].flatMap((name) => lookup(technologies[t]!, name)?.row ?? []));
  const shares = all.flatMap((t) => technologies[t]!.supply?.rows ?? []);
  const needs = rows.requirement.filter((row) => ids.has(row.input) || ids.has(row.technology));
  const codes = new Set(parties.flatMap((code) => [code, ...membersOf(read.model, code)]));
  const places = rows.product_place.filter(({ product, economy }) => ids.has(product) && codes.has(economy));
  const reach = rows.reach.filter(({ technology, issuer }) => ids.has(technology) && codes.has(issuer));
  const gdp = read.economies.filter(({ id }) => codes.has(id));
  const used = [...shares, ...parameters, ...needs, ...places, ...reach];
  return evidenceOf(read, {
    grade: weakest(["assumed", ...used.map((row) => ("grade" in row ? row.grade : "assumed"))]),
    sources: [...used.map((row) => ("source" in row ? row.source : null)), ...gdp.map(({ source }) => source)],
    rules: ["method:leverage-matrix", "method:coalition", "method:shapley", "method:best-reply", "method:course", "method:reach"],
    limits,
  });
}
