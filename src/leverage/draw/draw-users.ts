import type { SupplyModel } from "../model.ts";
import { createUserLookup, type UserParameter, userParameters } from "../parameters.ts";
import { basisOf, type DrawnInput, type Inputs } from "./inputs.ts";

/** A user's own interval, and its index in `Inputs.ofUser`. */
interface UserInput extends Omit<DrawnInput, "key"> {
  readonly parameter: UserParameter;
  readonly at: number;
}

export const userInputs = (model: SupplyModel, technologies: ArrayLike<number>, parties: readonly string[]): readonly UserInput[] =>
  ownFigures(model, technologies, parties).map(({ t, code, parameter, at, figure: { low, high, rows } }) => ({
    technology: model.map.technologies[t]!.id,
    name: `${parameter} of ${code}`,
    parameter,
    at,
    low,
    high,
    basis: rows.some(({ grade }) => basisOf(grade) === "published") ? ("published" as const) : ("assumed" as const),
    source: rows.at(-1)!.source,
  }));

/** Middle values; NaN for users without a figure. */
export function middleUsers(model: SupplyModel, parties: readonly string[]): Inputs["ofUser"] {
  const n = model.map.technologies.length;
  const none = (): Float64Array => new Float64Array(parties.length * n).fill(Number.NaN);
  const middle: Inputs["ofUser"] = { stock: none(), qualification: none() };
  for (const { parameter, at, figure } of ownFigures(model, [...model.map.technologies.keys()], parties))
    middle[parameter][at] = (figure.low + figure.high) / 2;
  return middle;
}

function ownFigures({ map }: SupplyModel, technologies: ArrayLike<number>, parties: readonly string[]) {
  const lookup = createUserLookup(map);
  return parties.flatMap((code, party) =>
    Array.from(technologies).flatMap((t) =>
      userParameters.flatMap((parameter) => {
        const figure = lookup(map.technologies[t]!, parameter, code);
        return figure ? [{ t, code, parameter, at: party * map.technologies.length + t, figure }] : [];
      }),
    ),
  );
}
