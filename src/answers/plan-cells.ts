import type { Effects } from "../base/effects.ts";
import { hasLater, openKnownOn } from "../corpus/known-on.ts";
import { readFirstPublications, readPatentRules, readTechnologiesWithPatents } from "../corpus/plan-cells.ts";
import { readHolders } from "../corpus/technology-holders.ts";
import { readCountedPatents } from "../corpus/technology-patents.ts";
import { ruleGroups } from "../link/technology-rule-groups.ts";
import type { Cell } from "../plan/cells/cell.ts";
import type { TechnologyFamilies } from "../plan/cells/counted-family.ts";
import { createCells } from "../plan/cells/create-cells.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { countedFamilies } from "./plan-families.ts";

/** The cells of some technologies, and the families they were counted from, by technology. */
export interface CellData {
  readonly cells: readonly Cell[];
  readonly families: readonly TechnologyFamilies[];
}

/**
 * The cells of technologies on a day (since 1970-01-01), from what was known then, in order of technologies and groups. Where later
 * documents or events are loaded all is measured anew without them, which takes as long as measuring; else the measures of the workspace serve.
 */
export async function readCells(
  workspace: Workspace,
  technologies: readonly string[],
  cutOff: number,
  effects?: Effects,
): Promise<readonly Cell[]> {
  return (await readCellData(workspace, technologies, cutOff, effects)).cells;
}

/** The same with the families. */
export async function readCellData(
  workspace: Workspace,
  technologies: readonly string[],
  cutOff: number,
  effects?: Effects,
): Promise<CellData> {
  if (!(await workspace.use((connection) => hasLater(connection, cutOff)))) return countCells(workspace, technologies, cutOff);
  const past = await openKnownOn(workspace, cutOff, effects);
  try {
    return await countCells(past, technologies, cutOff);
  } finally {
    past.close();
  }
}

function countCells(workspace: Workspace, technologies: readonly string[], day: number): Promise<CellData> {
  return workspace.use(async (connection) => {
    const withPatents = new Set(await readTechnologiesWithPatents(connection));
    const groups = ruleGroups(await readPatentRules(connection));
    const families: TechnologyFamilies[] = [];
    for (const technology of [...new Set(technologies)].sort()) {
      if (!withPatents.has(technology)) {
        families.push({ technology, day, families: null, holders: new Map(), thickets: null, inventors: [], span: null });
        continue;
      }
      const data = await readCountedPatents(connection, [technology]);
      const holders = await readHolders(connection, data.citations.holderIds);
      families.push(countedFamilies(data, day, await readFirstPublications(connection, technology), holders));
    }
    return { families, cells: families.flatMap((each) => createCells(each, groups.get(each.technology) ?? [])) };
  });
}
