import { join } from "node:path";
import { buildId } from "../../base/build-id.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import type { RankMonths } from "../../leverage/rank/held-course.ts";
import type { RankedTechnology } from "../../leverage/rank/rank-home.ts";
import type { SupplyMap } from "../../measure/supply/supply-map.ts";
import { type KeptAnswers, keptAnswers } from "../../workspace/kept-answers.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { ReadModel } from "../shared/read-model.ts";

/** Technologies in the order of what withholding them costs. */
export interface RankedLists {
  readonly ranked: readonly RankedTechnology[];
  /** Final products withheld from their users, a loss of use and so ranked apart. */
  readonly uses: readonly RankedTechnology[];
  /** What rests on one document older than five years: too little for a place. */
  readonly unplaced: readonly RankedTechnology[];
}

/**
 * Where rankings of the data that was read are kept; `null`: nowhere, as when run from sources.
 * @param build what tells the running code from other builds
 */
export const keptRankings = ({ dir }: Workspace, { version }: ReadModel, build = buildId): KeptAnswers | null =>
  build === null ? null : keptAnswers(join(dir, "ranks"), [build, ...version]);

/** The lists of a home (`null`: the world) as they are kept; ranked, and kept from then on, where they are not. */
export async function keptLists(
  { map, source }: ReadModel,
  kept: KeptAnswers,
  { home, months }: { readonly home: string | null; readonly months: RankMonths },
  rank: () => Promise<RankedLists>,
): Promise<RankedLists> {
  const question = ["ranking", map.asOf, source, home, months, usualDraws, usualSeed];
  const found = (await kept.read(question)) as Stored | null;
  if (found !== null) return eachList(found, (entry) => ofStored(map, entry));
  const lists = await rank();
  await kept.write(
    question,
    eachList(lists, (entry) => toStored(map, entry)),
  );
  return lists;
}

type Lists<Entry> = Readonly<Record<keyof RankedLists, readonly Entry[]>>;

const eachList = <From, To>({ ranked, uses, unplaced }: Lists<From>, turned: (entry: From) => To): Lists<To> => ({
  ranked: ranked.map(turned),
  uses: uses.map(turned),
  unplaced: unplaced.map(turned),
});

/** Technologies and products by id: an index is of one reading. */
type StoredTechnology = Omit<RankedTechnology, "technology" | "products"> & {
  readonly technology: string;
  readonly products: readonly { readonly product: string; readonly loss: RankedTechnology["products"][number]["loss"] }[];
};

type Stored = Lists<StoredTechnology>;

const toStored = ({ technologies }: SupplyMap, entry: RankedTechnology): StoredTechnology => ({
  ...entry,
  technology: technologies[entry.technology]!.id,
  products: entry.products.map(({ product, loss }) => ({ product: technologies[product]!.id, loss })),
});

const ofStored = ({ indexOf }: SupplyMap, entry: StoredTechnology): RankedTechnology => ({
  ...entry,
  technology: indexOf.get(entry.technology)!,
  products: entry.products.map(({ product, loss }) => ({ product: indexOf.get(product)!, loss })),
});
