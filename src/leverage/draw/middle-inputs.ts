import type { Technology } from "../../measure/supply/supply-map.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { toldOutsourced } from "../outsourced.ts";
import { createParameterLookup } from "../parameters.ts";
import { productPlaces, soldPlaces } from "../product-places.ts";
import { middlePlaces, type PartyPlaces } from "./draw-places.ts";
import { middleSelfSupplies } from "./draw-self-supply.ts";
import { middleUsers } from "./draw-users.ts";
import { drawWeights } from "./draw-weights.ts";
import { type DrawnParameter, drawnParameters, expectedLength, type Inputs } from "./inputs.ts";

export const placesOf = (model: SupplyModel, parties: readonly string[]): readonly PartyPlaces[] =>
  parties.map((code) => {
    const codes = membersOf(model, code);
    return {
      make: productPlaces(model, code, codes, "make"),
      use: productPlaces(model, code, codes, "use"),
      sell: soldPlaces(model, code, codes),
      outsource: toldOutsourced(model, code, codes),
    };
  });

/** The middle run. */
export function middleInputs(model: SupplyModel, parties: readonly string[]): Inputs {
  const n = model.map.technologies.length;
  const lookup = createParameterLookup(model.map);
  const middleOf = (t: Technology, name: DrawnParameter): number => {
    const ends = lookup(t, name)?.ends ?? [0, 0, 0];
    return name === expectedLength ? Math.sqrt(ends[0] * ends[2]) : ends[1];
  };
  const parameter = Object.fromEntries(
    drawnParameters.map((name) => [name, Float64Array.from(model.map.technologies, (t) => middleOf(t, name))]),
  ) as unknown as Inputs["parameter"];
  const weight = new Float64Array(model.map.varieties.length);
  const inputs: Inputs = {
    share: Float64Array.from(model.shareMid),
    rest: restOf(model, model.shareMid),
    parameter,
    ofUser: middleUsers(model, parties),
    selfSupply: middleSelfSupplies(model, parties),
    hold: new Float64Array(n).fill(1),
    delta: Float64Array.from(model.delta[1]),
    weight,
    ownOfUnknown: new Float64Array(n).fill(0.5),
    rationing: new Float64Array(n).fill(0),
    market: Float64Array.from(model.map.technologies, (t) => lookup(t, "market-size")?.ends[1] ?? Number.NaN),
    value: Float64Array.from(model.productValue[1]),
    ...middlePlaces(placesOf(model, parties)),
  };
  drawWeights(model, [...model.map.technologies.keys()], [])(inputs, 0, null);
  return inputs;
}

/** Unnamed supply of each technology. */
function restOf(model: SupplyModel, share: Float64Array): Float64Array {
  const n = model.map.technologies.length;
  const rest = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    let sum = 0;
    for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) sum += share[slot]!;
    rest[t] = Math.max(0, 1 - sum);
  }
  return rest;
}

export function cloneInputs(inputs: Inputs): Inputs {
  const copy = (value: unknown): unknown =>
    value instanceof Float64Array
      ? value.slice()
      : Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, copy(each)]));
  return copy(inputs) as Inputs;
}
