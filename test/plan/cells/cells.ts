import type { Cell } from "../../../src/plan/cells/cell.ts";
import type { CountedFamily, TechnologyFamilies } from "../../../src/plan/cells/counted-family.ts";
import { cell } from "./record-inputs.ts";

/** A counted cell of which nothing but its families is known; `recent` of 2020 and `before` of 2015. */
export function cellOf(id: string, [before, recent]: readonly [number, number], more: Partial<Cell> = {}): Cell {
  const [technology, group] = id.split("/") as [string, string];
  return cell(technology, `${group.slice(0, 4)} ${group.slice(4)}`, {
    families: before + recent,
    byYear: [
      { year: 2015, families: before },
      { year: 2020, families: recent },
    ],
    examples: [{ document: `US-${id}`, title: null, holder: null, year: 2020 }],
    ...more,
  });
}

export const family = (document: string, more: Partial<CountedFamily> = {}): CountedFamily => ({
  documents: [document],
  title: null,
  group: "H01L21",
  holders: [],
  year: null,
  priority: null,
  granted: null,
  blocks: null,
  weight: null,
  weightAt: new Map(),
  cited: null,
  top: null,
  originality: null,
  tercile: null,
  followUp: null,
  lapse: null,
  inventors: null,
  ...more,
});

export const technologyOf = (families: readonly CountedFamily[] | null, more: Partial<TechnologyFamilies> = {}): TechnologyFamilies => ({
  technology: "bonding",
  day: 20_000,
  families,
  holders: new Map(),
  thickets: null,
  inventors: [],
  span: null,
  ...more,
});
