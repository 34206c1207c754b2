import type { SupplyModel } from "../model.ts";
import { createSelfSupply, middleSelfSupply } from "../own-supply.ts";
import { basisOf, type DrawnInput } from "./inputs.ts";
import { even, oneSided, type Shape } from "./random.ts";

/** A figure of self-supply, its index in `Inputs.selfSupply` and its distribution. */
interface SelfSupplyInput extends Omit<DrawnInput, "key"> {
  readonly at: number;
  readonly shape: Shape;
}

/** Drawn evenly, near its low end where the high one is not known. */
export const selfSupplyInputs = (
  model: SupplyModel,
  technologies: ArrayLike<number>,
  parties: readonly string[],
): readonly SelfSupplyInput[] =>
  figures(model, technologies, parties).map(({ t, code, at, figure: { low, high, lift, rows } }) => ({
    technology: model.map.technologies[t]!.id,
    name: `self-supply of ${code}`,
    at,
    low,
    high,
    shape: lift < 0.5 ? oneSided : even,
    basis: rows.some(({ grade }) => basisOf(grade) === "published") ? ("published" as const) : ("assumed" as const),
    source: rows.at(-1)!.source,
  }));

/** Middle values by party and technology; NaN for those without a figure. */
export function middleSelfSupplies(model: SupplyModel, parties: readonly string[]): Float64Array {
  const middle = new Float64Array(parties.length * model.map.technologies.length).fill(Number.NaN);
  for (const { at, figure } of figures(model, [...model.map.technologies.keys()], parties)) middle[at] = middleSelfSupply(figure);
  return middle;
}

function figures(model: SupplyModel, technologies: ArrayLike<number>, parties: readonly string[]) {
  const find = createSelfSupply(model.map);
  return parties.flatMap((code, party) =>
    Array.from(technologies).flatMap((t) => {
      const figure = find(model.map.technologies[t]!.id, code);
      return figure ? [{ t, code, at: party * model.map.technologies.length + t, figure }] : [];
    }),
  );
}
