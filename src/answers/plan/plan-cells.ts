import type { DuckDBConnection } from "@duckdb/node-api";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { readFirstPublications, readMembers, readPatentRules, readTechnologySizes } from "../../corpus/plan-cells.ts";
import { hasLater, openKnownOn } from "../../corpus/steps/known-on.ts";
import { readHolders } from "../../corpus/technology-holders.ts";
import { readCountedPatents } from "../../corpus/technology-patents.ts";
import { ruleGroups } from "../../link/technology-rule-symbols.ts";
import type { Cell } from "../../plan/cells/cell.ts";
import type { TechnologyFamilies } from "../../plan/cells/counted-family.ts";
import { createCells } from "../../plan/cells/create-cells.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { createPortfolio } from "../patents/patent-portfolio.ts";
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
export async function readCellData(
  workspace: Workspace,
  technologies: readonly string[],
  cutOff: number,
  effects: Effects = quietEffects,
): Promise<CellData> {
  if (!(await workspace.use((connection) => hasLater(connection, cutOff)))) return countCells(workspace, technologies, cutOff, effects);
  const past = await openKnownOn(workspace, cutOff, effects);
  try {
    return await countCells(past, technologies, cutOff, effects);
  } finally {
    past.close();
  }
}

/** Documents that are read together: enough to ask seldom, few enough to hold. */
const batchDocuments = 50_000;

function countCells(workspace: Workspace, technologies: readonly string[], day: number, { signal }: Effects): Promise<CellData> {
  return workspace.use(async (connection) => {
    const wanted = [...new Set(technologies)].sort();
    const sizes = (await readTechnologySizes(connection)).filter(({ technology }) => wanted.includes(technology));
    const counted = new Map<string, TechnologyFamilies>();
    for (const batch of batches(sizes)) {
      signal.throwIfAborted();
      for (const each of await countBatch(connection, batch, day)) counted.set(each.technology, each);
    }
    const groups = ruleGroups(await readPatentRules(connection));
    const families = wanted.map((technology) => counted.get(technology) ?? { ...uncounted, technology, day });
    return { families, cells: families.flatMap((each) => createCells(each, groups.get(each.technology) ?? [])) };
  });
}

const uncounted = { families: null, holders: new Map(), thickets: null, inventors: [], span: null };

/** Technologies in their order, as many at a time as have together about so many documents. */
function batches(sizes: readonly { readonly technology: string; readonly documents: number }[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const { technology, documents } of sizes) {
    held += documents;
    if (held > batchDocuments) {
      found.push([]);
      held = documents;
    }
    found.at(-1)!.push(technology);
  }
  return found;
}

async function countBatch(
  connection: DuckDBConnection,
  technologies: readonly string[],
  day: number,
): Promise<readonly TechnologyFamilies[]> {
  const data = await readCountedPatents(connection, technologies);
  const documents = {
    portfolio: createPortfolio(data, day, null),
    first: await readFirstPublications(connection, technologies),
    holders: await readHolders(connection, data.citations.holderIds),
  };
  const members = await readMembers(connection, technologies);
  return technologies.map((technology) => countedFamilies(documents, technology, members.get(technology)!));
}
