import { expect, it } from "vitest";
import { createInputSpace } from "../../../../src/leverage/draw/input-space.ts";
import { parameter } from "../../../measure/rows.ts";
import { inventedParameters } from "./invented-shock.ts";

it("a draw gives a parameter one value, the chance that new makers come included, here and in the model over time", () => {
  const ranges = { "recovery-chance": [0.1, 0.5], "lead-time": [12, 48] } as const;
  const known = inventedParameters({ parameters: ranges });
  const gas = known.model.map.technologies[known.model.map.indexOf.get("gas")!]!;
  const space = createInputSpace(known.model, { technologies: [gas.index], parties: ["AA"] });
  const [chance, lead] = [known.chance(gas), known.parameter(gas, "lead-time")];
  let came = 0;
  for (let draw = 0; draw < 4000; draw++) {
    const { parameter } = space.draw(known.seed, draw);
    expect([chance(draw), lead(draw)]).toEqual([parameter["recovery-chance"][gas.index], parameter["lead-time"][gas.index]]);
    came += chance(draw);
  }
  expect(came / 4000).toBeCloseTo(0.3, 1);
});

it("notes what a source says of a target as a user, beside what holds everywhere", () => {
  const stock = parameter("gas", "stock", [2, 3], { scope: "AA", year: 2019, unit: "months" });
  const known = inventedParameters({ more: { parameter: [stock] } });
  const gas = known.model.map.technologies[known.model.map.indexOf.get("gas")!]!;
  for (const code of ["AA", "BB"]) known.noteUser(gas, code);
  expect(known.used().map(({ parameter: name, low, high, source }) => [name, low, high, source])).toEqual([["stock of AA", 2, 3, "s-two"]]);
});
