import { once, readLinkTable } from "./link-table.ts";
import { slug } from "./name-key.ts";

/** A list of parties: its id, who keeps it, and its title. */
export interface PartyList {
  readonly id: string;
  readonly issuer: string;
  readonly title: string;
}

const rows = once(() => readLinkTable("party-lists").map(({ id = "", issuer = "", title = "", csl = "" }) => ({ id, issuer, title, csl })));

/** The lists that are known, by id. */
export const partyLists = once((): ReadonlyMap<string, PartyList> => new Map(rows().map((row) => [row.id, row])));

const ofScreeningList = once(() => new Map(rows().flatMap((row) => (row.csl === "" ? [] : [[row.csl, row] as const]))));

/** The list that a `source` of the US Consolidated Screening List stands for; one that is not known gets an id of its title. */
export function screeningList(source: string): PartyList {
  return ofScreeningList().get(source) ?? { id: `us-${slug(source.replace(/ - .*$/, ""))}`, issuer: "US", title: source };
}
