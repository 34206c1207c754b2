import { groupBy } from "../../base/collections.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import type { ListRow } from "../../screen/read-lists.ts";
import { dealings, type Linked } from "../controls/exposure-links.ts";
import type { ControlData } from "../screen/control-data.ts";
import { listTitle } from "../screen/lists-on.ts";
import { standingLine } from "../screen/screen-hit.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { CardListedParty } from "./technology-card-controls.ts";

/** Organisations that deal in a technology and stand on a list on the day of the map, by technology; `null`: no list is loaded. */
export type ListedDealers = ReadonlyMap<string, readonly CardListedParty[]> | null;

export async function listedDealers(read: ReadModel, data: ControlData): Promise<ListedDealers> {
  const lists = await data.lists();
  if (lists === null) return null;
  const [{ byEntry }, on] = [await lists.atlas(), await lists.on({ day: read.map.asOf, by: "effective" })];
  const rows = [...byEntry].flatMap(([entry, { organisation, rule }]) => {
    const [row, standing] = [lists.byEntry.get(entry), on.standing(entry)];
    return row === undefined || standing === null || !isListed(standing) ? [] : [{ organisation, rule, row, standing }];
  });
  const listings = groupBy(rows, ({ organisation }) => organisation);
  const found = new Map<string, CardListedParty[]>();
  for (const [organisation, linked] of dealings(read)) {
    const own = listings.get(organisation);
    if (own === undefined) continue;
    const name = read.organisations.get(organisation)?.name ?? organisation;
    const listed = oneForEachList(own.map(({ rule, row, standing }) => listing(row, rule, standingLine(row, standing))));
    for (const [technology, links] of groupBy(linked, (each) => each.technology))
      found.set(technology, [...(found.get(technology) ?? []), { organisation, name, deals: dealsOf(links), listed }]);
  }
  return found;
}

type Listing = CardListedParty["listed"][number];

function listing(row: ListRow, rule: string, standing: Listing["standing"]): Listing {
  const { list, issuer, entry, name, published, ended, citation } = row;
  return { list, title: listTitle(list), issuer, entry, name, rule, standing, published, ended, citation };
}

/** Several readings of a list have the same party: the one that tells since when stands for all. */
function oneForEachList(listings: readonly Listing[]): readonly Listing[] {
  const sorted = [...listings].sort(
    (a, b) =>
      a.list.localeCompare(b.list) ||
      Number(a.standing.since === null) - Number(b.standing.since === null) ||
      a.entry.localeCompare(b.entry),
  );
  return sorted.filter(({ list }, at) => sorted[at - 1]?.list !== list);
}

const dealsOf = (links: readonly Linked[]): CardListedParty["deals"] =>
  links.map(({ link: { rule, what, source } }) => ({ rule, what, source }));
