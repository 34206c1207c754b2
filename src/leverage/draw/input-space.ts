import type { SupplyModel } from "../model.ts";
import { createParameterLookup, type ModelParameter } from "../parameters.ts";
import { unvisitedTools } from "../product-places.ts";
import { drawPlaces } from "./draw-places.ts";
import { selfSupplyInputs } from "./draw-self-supply.ts";
import { drawShares } from "./draw-shares.ts";
import { userInputs } from "./draw-users.ts";
import { drawWeights } from "./draw-weights.ts";
import { basisOf, type DrawnInput, type DrawnParameter, drawnParameters, expectedLength, type InputBasis, type Inputs } from "./inputs.ts";
import { cloneInputs, middleInputs, placesOf } from "./middle-inputs.ts";
import { comesTrue, even, keyOf, lognormal, type Shape, uniform } from "./random.ts";

/** All inputs of a model with their intervals. Not shared between threads. */
export interface InputSpace {
  /** The middle run. */
  readonly middle: Inputs;
  /** Sets one draw; returns the same object each time. */
  draw(seed: number, draw: number): Inputs;
  /** Inputs with non-zero width. */
  readonly drawn: readonly DrawnInput[];
}

interface Slot {
  readonly key: number;
  readonly low: number;
  readonly high: number;
  readonly into: Float64Array;
  readonly at: number;
  /** Further places of an input that is drawn once for several technologies. */
  readonly also: number[];
  readonly shape: Shape;
}

export interface InputScope {
  readonly technologies: ArrayLike<number>;
  /** Codes with production and use, in the order of `Inputs.make`. */
  readonly parties: readonly string[];
}

/** Prepares the intervals of a model. O(technologies + shares + edges of the scope). */
export function createInputSpace(model: SupplyModel, { technologies, parties }: InputScope): InputSpace {
  const middle = middleInputs(model, parties);
  const into = cloneInputs(middle);
  const drawn: DrawnInput[] = [];
  const slots: Slot[] = [];
  const add: Add = (input, name, array, at, shape = even) => {
    const key = keyOf(`${input.technology}|${name}`);
    if (input.high > input.low || (shape === comesTrue && input.high > 0 && input.low < 1)) {
      const { low, high } = input;
      const isSame = (each: Slot): boolean => each.key === key && each.low === low && each.high === high;
      const same = input.technology === null ? slots.find(isSame) : undefined;
      if (same) same.also.push(at);
      else {
        drawn.push({ ...input, key });
        slots.push({ key, low, high, into: array, at, also: [], shape });
      }
    }
  };
  addParameters(model, technologies, drawnParameters, into, add);
  addParameters(model, unvisitedTools(model, technologies), ["additions"], into, add);
  for (const { name, parameter, at, ...input } of userInputs(model, technologies, parties))
    add({ ...input, name }, name, into.ofUser[parameter], at);
  for (const { at, shape, name, ...input } of selfSupplyInputs(model, technologies, parties))
    add({ ...input, name }, name, into.selfSupply, at, shape);
  addWithoutFigures(model, technologies, into, add);
  addEdges(model, technologies, into, add);
  addMarkets(model, technologies, into, add);
  const shares = drawShares(model, technologies, drawn);
  const weights = drawWeights(model, technologies, drawn);
  const places = drawPlaces(placesOf(model, parties), parties, model, drawn);
  return {
    middle,
    drawn,
    draw(seed, draw) {
      for (const { key, low, high, into: array, at, also, shape } of slots) {
        const u = uniform(seed, draw, key);
        array[at] = shape === even ? even(u, low, high) : shape(u, low, high);
        for (let i = 0; i < also.length; i++) array[also[i]!] = array[at];
      }
      setValues(model, into);
      shares(into, seed, draw);
      weights(into, seed, draw);
      places(into, seed, draw);
      return into;
    },
  };
}

/**
 * Adds an input that is drawn into a place of an array, evenly by default; `name`: of its key, beside the technology. Inputs of no
 * technology are drawn once for all.
 */
type Add = (input: Omit<DrawnInput, "key">, name: string, array: Float64Array, at: number, shape?: Shape) => void;

/** Chances come true or not; what users expect of an act they expect of all that it withholds. */
const shapes: Partial<Readonly<Record<DrawnParameter, Shape>>> = { "recovery-chance": comesTrue, [expectedLength]: lognormal };

function addParameters(
  model: SupplyModel,
  technologies: ArrayLike<number>,
  names: readonly DrawnParameter[],
  into: Inputs,
  add: Add,
): void {
  const lookup = createParameterLookup(model.map);
  for (const t of Array.from(technologies)) {
    const technology = model.map.technologies[t]!;
    for (const name of names) {
      const found = lookup(technology, name);
      if (!found) continue;
      const [low, high] = [Math.min(found.ends[0], found.ends[2]), Math.max(found.ends[0], found.ends[2])];
      const shared = name === expectedLength && !("technology" in found.row);
      const input = { technology: shared ? null : technology.id, name, low, high, ...provenanceOf(found) };
      add(input, name, into.parameter[name], t, shapes[name]);
    }
  }
}

/** Inputs without figures: rationing of stock, production of unknown providers. */
function addWithoutFigures(model: SupplyModel, technologies: ArrayLike<number>, into: Inputs, add: Add): void {
  for (const t of Array.from(technologies)) {
    const { id: technology, mode, supply } = model.map.technologies[t]!;
    const input = (name: string) => ({ technology, name, low: 0, high: 1, source: null });
    if (mode !== "capital") add({ ...input("rationing of stock"), basis: "assumed" }, "rationing", into.rationing, t);
    if (supply === null && !model.inHouse[t])
      add({ ...input("own making, providers unknown"), basis: "unknown" }, "own", into.ownOfUnknown, t);
  }
}

const provenanceOf = ({ row, assumed }: ModelParameter): Pick<DrawnInput, "basis" | "source"> => ({
  basis: assumed ? "assumed" : "published",
  source: "source" in row ? row.source : null,
});

function addEdges(model: SupplyModel, technologies: ArrayLike<number>, into: Inputs, add: Add): void {
  const visited = new Set(Array.from(technologies));
  model.map.requirements.forEach(({ input, user, row }, e) => {
    if (!visited.has(input) || !visited.has(user) || model.blocking[e]) return;
    const [low, high] = [model.delta[0][e]!, model.delta[2][e]!];
    const [needed, needing] = [model.map.technologies[input]!.id, model.map.technologies[user]!.id];
    const own = row?.delta_low !== null && row?.delta_low !== undefined;
    const name = model.uncertain[e] ? `criticality of ${needed}` : `loss without ${needed}`;
    const basis: InputBasis = model.uncertain[e] ? "unknown" : own && row ? basisOf(row.grade) : "assumed";
    const source = own ? (row?.source ?? null) : null;
    add({ technology: needing, name, low, high, basis, source }, `delta|${needed}`, into.delta, e);
  });
}

function addMarkets(model: SupplyModel, technologies: ArrayLike<number>, into: Inputs, add: Add): void {
  const lookup = createParameterLookup(model.map);
  for (const t of new Set([...Array.from(technologies), ...model.map.products])) {
    const technology = model.map.technologies[t]!;
    const found = lookup(technology, "market-size");
    if (!found) continue;
    const { ends } = found;
    const input = { technology: technology.id, name: "market-size", low: ends[0], high: ends[2], ...provenanceOf(found) };
    add(input, "market-size", into.market, t);
  }
}

function setValues(model: SupplyModel, { market, value }: Inputs): void {
  model.map.products.forEach((node, j) => {
    value[j] = market[node]! > 0 ? market[node]! : 1;
  });
}
