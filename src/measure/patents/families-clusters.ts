import type { Row } from "../../base/tables.ts";
import { unknownDay } from "../citations/citation-graph.ts";
import type { HolderLists } from "./blocking-weight.ts";

/** Columns as in the table `patent_class`. */
export type ClassSymbol = Omit<Row<"patent_class">, "document">;

/** Documents with `day[i]` (`unknownDay` if unknown) and technologies in compressed rows. */
export interface ClusterDocuments {
  readonly day: Int32Array;
  readonly holders: HolderLists;
  /** Parallel to `holders.holder`, from {@link extendedFamilies}. */
  readonly extended: Int32Array;
  /** From {@link firstMainGroup}; `null` without a class. */
  readonly mainGroup: readonly (string | null)[];
  readonly technologyStart: Int32Array;
  readonly technology: Int32Array;
}

/** Claims of one holder in one technology that stand or fall together. */
export interface ClaimCluster {
  readonly holder: number;
  readonly technology: number;
  /** `null`: documents without a class. */
  readonly mainGroup: string | null;
  readonly documents: readonly number[];
}

/** Main group ("H01L21") of the first CPC, else IPC, symbol that is inventive or without a role; `null` without either. */
export function firstMainGroup(symbols: readonly ClassSymbol[]): string | null {
  const first = firstOf(symbols, "cpc") ?? firstOf(symbols, "ipc");
  return first === undefined ? null : first.symbol.split("/")[0]!;
}

function firstOf(symbols: readonly ClassSymbol[], scheme: string): ClassSymbol | undefined {
  const place = (one: ClassSymbol): number => one.position ?? Number.MAX_SAFE_INTEGER;
  return symbols
    .filter((one) => one.scheme === scheme && one.role !== "additional")
    .reduce<ClassSymbol | undefined>((best, one) => (best === undefined || place(one) < place(best) ? one : best), undefined);
}

/**
 * Claim clusters: holder × technology × main group of the extended family's earliest publication, so that splitting a family changes
 * nothing. Ordered by holder, technology, main group; a document is in one cluster per holder and technology.
 */
export function claimClusters(documents: ClusterDocuments): readonly ClaimCluster[] {
  const { holders, extended, technologyStart, technology, mainGroup } = documents;
  const earliest = earliestOf(documents);
  const clusters = new Map<string, ClaimCluster & { readonly documents: number[] }>();
  for (let document = 0; document < mainGroup.length; document++) {
    for (let slot = holders.start[document]!; slot < holders.start[document + 1]!; slot++) {
      const holder = holders.holder[slot]!;
      const group = mainGroup[earliest.get(extended[slot]!)!]!;
      for (const one of technology.subarray(technologyStart[document], technologyStart[document + 1])) {
        const key = `${holder}|${one}|${group ?? ""}`;
        const cluster = clusters.get(key) ?? { holder, technology: one, mainGroup: group, documents: [] };
        cluster.documents.push(document);
        clusters.set(key, cluster);
      }
    }
  }
  return [...clusters.values()].sort(inOrder);
}

function earliestOf({ day, holders, extended }: ClusterDocuments): ReadonlyMap<number, number> {
  const earliest = new Map<number, number>();
  const order = (document: number): number => (day[document] === unknownDay ? Number.POSITIVE_INFINITY : day[document]!);
  for (let document = 0; document < day.length; document++) {
    for (let slot = holders.start[document]!; slot < holders.start[document + 1]!; slot++) {
      const best = earliest.get(extended[slot]!);
      if (best === undefined || order(document) < order(best)) earliest.set(extended[slot]!, document);
    }
  }
  return earliest;
}

function inOrder(a: ClaimCluster, b: ClaimCluster): number {
  const named = (cluster: ClaimCluster): string => cluster.mainGroup ?? "";
  return a.holder - b.holder || a.technology - b.technology || Number(named(a) > named(b)) - Number(named(a) < named(b));
}
