import { drawnParameters } from "../../leverage/draw/inputs.ts";
import { membersOf } from "../../leverage/members.ts";
import { createSelfSupply } from "../../leverage/own-supply.ts";
import { createParameterLookup, createUserLookup, userParameters } from "../../leverage/parameters.ts";
import type { Grade } from "./evidence.ts";
import { weakest } from "./evidence-of.ts";
import type { ReadModel } from "./read-model.ts";

/** What figures of supply an answer read: their weakest grade and their documents. */
export interface SupplyEvidence {
  readonly grade: Grade;
  readonly sources: readonly (string | null)[];
}

/**
 * What an answer on supply rests on: shares, parameters, criticality, places of making and use, rules and GDP of the technologies it touched and
 * of the parties in it.
 * @param touched technologies by index
 * @param users those of the parties who may lack something
 */
export function supplyEvidence(
  read: ReadModel,
  touched: Iterable<number>,
  parties: readonly string[],
  users: readonly string[] = parties,
): SupplyEvidence {
  const { rows, technologies } = read.map;
  const all = [...new Set(touched)];
  const ids = new Set(all.map((t) => technologies[t]!.id));
  const lookup = createParameterLookup(read.map);
  const parameters = all.flatMap((t) => [...drawnParameters, "market-size"].flatMap((name) => lookup(technologies[t]!, name)?.row ?? []));
  const userLookup = createUserLookup(read.map);
  const ofUsers = all.flatMap((t) =>
    users.flatMap((code) => userParameters.flatMap((name) => userLookup(technologies[t]!, name, code)?.rows ?? [])),
  );
  const shares = all.flatMap((t) => technologies[t]!.supply?.rows ?? []);
  const needs = rows.requirement.filter((row) => ids.has(row.input) || ids.has(row.technology));
  const codes = new Set(parties.flatMap((code) => [code, ...membersOf(read.model, code)]));
  const places = rows.product_place.filter(({ product, economy }) => ids.has(product) && codes.has(economy));
  const reach = rows.reach.filter(({ technology, issuer }) => ids.has(technology) && codes.has(issuer));
  const gdp = read.economies.filter(({ id }) => codes.has(id));
  const selfSupply = createSelfSupply(read.map);
  const served = all.flatMap((t) => users.flatMap((code) => selfSupply(technologies[t]!.id, code)?.rows ?? []));
  const used = [...shares, ...parameters, ...ofUsers, ...served, ...needs, ...places, ...reach];
  return {
    grade: weakest(used.map((row) => ("grade" in row ? row.grade : "assumed"))),
    sources: [...used.map((row) => ("source" in row ? row.source : null)), ...gdp.map(({ source }) => source)],
  };
}
