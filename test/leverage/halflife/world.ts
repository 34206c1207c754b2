import { createInputSpace } from "../../../src/leverage/draw/input-space.ts";
import { createHalfLife, type Erosion, type HalfLife } from "../../../src/leverage/halflife/half-life.ts";
import { type Holding, holdingOf } from "../../../src/leverage/halflife/holding.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import { createWithholding } from "../../../src/leverage/withholding.ts";
import { buildSupplyMap } from "../../../src/measure/supply/supply-map.ts";
import { day, parameter, place, product, requirement, share, supplyRows, technology } from "../../measure/rows.ts";

/** What a test sets of the one input. */
export interface Setting {
  readonly share?: number;
  readonly spare?: number;
  readonly fungibility?: number;
  readonly qualification?: number;
  readonly lead?: number;
  readonly ceiling?: number;
  readonly chance?: number;
}

/** A chip that BB makes a tenth of, from one gas of which AA holds a share and DD the rest. */
export function gasHolding({
  share: held = 0.8,
  spare = 0,
  fungibility = 0,
  qualification = 12,
  lead = 24,
  ceiling = 1,
  chance = 0,
}: Setting): Holding {
  const rows = supplyRows({
    technology: [technology("gas"), product("chip")],
    requirement: [requirement("chip", "gas", "blocking")],
    share: [share("gas", "AA", held), share("gas", "DD", 1 - held)],
    parameter: [
      parameter("chip", "market-size", 100),
      parameter("gas", "spare", spare),
      parameter("gas", "fungibility", fungibility),
      parameter("gas", "qualification", qualification),
      parameter("gas", "lead-time", lead),
      parameter("gas", "recovery-ceiling", ceiling),
      parameter("gas", "recovery-chance", chance),
    ],
    product_place: [place("chip", "BB", "make", 0.1), place("chip", "AA", "make", 0.5)],
  });
  const model = compileModel(buildSupplyMap(rows, { asOf: day }));
  return holdingOf(createWithholding(model), model.map.indexOf.get("gas")!, "AA", "BB");
}

/** Half-lives of the middle inputs by what takes the force away, and the force at the start. */
export function middleHalfLife(holding: Holding, erosion: Erosion = { walks: new Map(), lapse: null }) {
  const half: HalfLife = createHalfLife(holding, erosion);
  const space = createInputSpace(holding.model, { technologies: half.force.technologies, parties: holding.parties });
  const into = new Float64Array(half.known.length);
  const start = half.read(space.middle, null, into);
  return { start, half, months: Object.fromEntries(half.known.map((by, i) => [by, into[i]!])) };
}
