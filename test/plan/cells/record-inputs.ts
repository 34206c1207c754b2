import type { Cell } from "../../../src/plan/cells/cell.ts";
import type { EconomicInput } from "../../../src/plan/economics.ts";
import type { RecordedCell } from "../../../src/proof/measure/plans/choose-by-record.ts";

const input = (id: string, low: number, high = low, scope = ""): EconomicInput => ({ id, scope, low, high });

/** Round figures, without any doubt. */
export const inputs: readonly EconomicInput[] = [
  input("top-tenth", 0.1, 0.1, "middle"),
  input("top-tenth", 0.2, 0.2, "high"),
  input("top-part", 0.5),
  input("own-record", 40),
  input("growth-kept", 0.3),
];

export const cell = (technology: string, group: string, more: Partial<Cell> = {}): Cell => ({
  id: `${technology}/${group.replace(" ", "")}`,
  technology,
  group,
  families: null,
  byYear: [],
  holders: [],
  concentration: null,
  weight: null,
  cited: { mean: null, of: 0 },
  originality: { mean: null, of: 0 },
  mix: [],
  followUp: { followUp: 0, judged: 0 },
  topTenth: { top: 0, judged: 0 },
  thickets: null,
  lapsing: { lapsing: 0, judged: 0 },
  inventors: null,
  examples: [],
  ...more,
});

export const planCell = (of: Cell, more: Partial<RecordedCell> = {}): RecordedCell => ({
  cell: of,
  cited: of.cited,
  growth: [0, 0, 0],
  ...more,
});
