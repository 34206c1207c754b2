import { readHolders } from "../../../corpus/technology-holders.ts";
import { readTechnologyPatents } from "../../../corpus/technology-patents.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { isEnough } from "../../../measure/patents/patent-share.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { requireScope } from "../../shared/require-technology.ts";
import { createFollowUps } from "../patent-disruption.ts";
import { createPortfolio, holderShares, holdersOf, type Portfolio, type PortfolioDocument } from "../patent-portfolio.ts";
import { thicketsOf } from "../patent-thickets.ts";
import { holderLines } from "../technology-patents.ts";
import { lapseOf, likeliest, type OwnFamilies } from "./portfolio-families.ts";
import type { PortfolioReport } from "./portfolio-report.ts";

/** A technology of the holder with all patents of it. */
export interface JudgedTechnology {
  readonly line: PortfolioReport["technologies"][number];
  readonly portfolio: Portfolio;
}

export interface OthersFamily {
  readonly id: string;
  readonly title: string | null;
  readonly holders: readonly string[];
  /** Own documents that cite it. */
  readonly citedBy: number;
  readonly lapses: number | null;
  readonly inForce: Bounds | null;
  readonly citations: number | null;
}

/** Technologies by the number of the holder's families in them, most first. */
export function technologiesOf({ families }: OwnFamilies): readonly { readonly technology: string; readonly families: number }[] {
  const counts = new Map<string, number>();
  for (const family of families) {
    for (const technology of new Set(family.flatMap(({ technologies }) => technologies))) {
      counts.set(technology, (counts.get(technology) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([technology, number]) => ({ technology, families: number }))
    .sort((a, b) => b.families - a.families || (a.technology < b.technology ? -1 : 1));
}

/** Judges the holder in one technology by all its loaded patents. Throws LM_TECHNOLOGY_UNKNOWN. */
export async function judgeTechnology(
  read: ReadModel,
  workspace: Workspace,
  wanted: { readonly technology: string; readonly holder: string; readonly office: string | null; readonly day: number },
): Promise<JudgedTechnology> {
  const { technology, scope } = requireScope(read, wanted.technology);
  const data = await readTechnologyPatents(workspace, scope);
  const portfolio = createPortfolio(data, wanted.day, wanted.office);
  const shares = holderShares(portfolio, 1, wanted.holder);
  const holders = await workspace.use((connection) => readHolders(connection, [wanted.holder]));
  const facts = { shares, followUps: createFollowUps(portfolio), thickets: thicketsOf(portfolio), holders, names: [] };
  const [held] = holderLines(portfolio, facts);
  const { names: _, ...holding } = held ?? { names: null };
  const line = {
    technology: { id: technology.id, name: technology.name },
    documents: held?.documents ?? 0,
    families: held?.units ?? 0,
    units: portfolio.units.length,
    isEnough: isEnough(shares),
    holding: held === undefined ? null : (holding as Omit<typeof held, "names">),
  };
  return { line, portfolio };
}

/** Families of a technology that own holders have no part in, as far as they are wanted. `nameOf`: of a holder. */
export function othersFamilies(
  portfolio: Portfolio,
  own: ReadonlySet<string>,
  nameOf: (holder: string) => string,
  wanted: (documents: readonly string[], citedBy: number) => boolean,
): readonly OthersFamily[] {
  const citedBy = citersAmong(portfolio, own);
  return portfolio.units.flatMap((unit): readonly OthersFamily[] => {
    const holders = holdersOf(unit);
    const times = unit.reduce((sum, { row }) => sum + (citedBy.get(row.document) ?? 0), 0);
    const documents = unit.map(({ row }) => row.document);
    if (holders.some((holder) => own.has(holder)) || !wanted(documents, times)) return [];
    const known = unit.flatMap(({ byOthers }) => byOthers ?? []);
    return [
      {
        id: unit[0]!.row.document,
        title: unit[0]!.row.title,
        holders: holders.map(nameOf),
        citedBy: times,
        lapses: lapseOf(unit, portfolio.day),
        inForce: likeliest(unit.map(({ status }) => status)),
        citations: known.length < unit.length ? null : known.reduce((sum, count) => sum + count, 0),
      },
    ];
  });
}

/** By cited document of the technology, how many documents of the holders cite it. */
function citersAmong({ data: { citations }, documents }: Portfolio, own: ReadonlySet<string>): ReadonlyMap<string, number> {
  const { lists, holderIds, members, citing, cited } = citations;
  const numbers = new Set(holderIds.flatMap((holder, number) => (own.has(holder) ? [number] : [])));
  const documentAt = new Map<number, PortfolioDocument>(documents.map((document, i) => [members[i]!, document]));
  const counts = new Map<string, number>();
  citing.forEach((place, k) => {
    const document = documentAt.get(cited[k]!)?.row.document;
    if (document === undefined || !lists.holder.subarray(lists.start[place], lists.start[place + 1]).some((holder) => numbers.has(holder)))
      return;
    counts.set(document, (counts.get(document) ?? 0) + 1);
  });
  return counts;
}
