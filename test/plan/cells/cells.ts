import type { Cell } from "../../../src/plan/cells/cell.ts";
import type { CountedFamily, TechnologyFamilies } from "../../../src/plan/cells/counted-family.ts";

/** A counted cell of which nothing but its families is known; `recent` of 2020 and `before` of 2015. */
export function cellOf(id: string, [before, recent]: readonly [number, number], more: Partial<Cell> = {}): Cell {
  const [technology, group] = id.split("/") as [string, string];
  return {
    id,
    technology,
    group: `${group.slice(0, 4)} ${group.slice(4)}`,
    families: before + recent,
    byYear: [
      { year: 2015, families: before },
      { year: 2020, families: recent },
    ],
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
    examples: [{ document: `US-${id}`, title: null, holder: null, year: 2020 }],
    ...more,
  };
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
