import { bundledFile } from "../base/built-file.ts";
import { once, readLinkTable } from "./link-table.ts";
import { slug } from "./name-key.ts";

export interface PartyList {
  readonly id: string;
  readonly issuer: string;
  readonly title: string;
}

const rows = once(() => readLinkTable("party-lists").map(({ id = "", issuer = "", title = "", csl = "" }) => ({ id, issuer, title, csl })));

export const partyLists = once((): ReadonlyMap<string, PartyList> => new Map(rows().map((row) => [row.id, row])));

const ofScreeningList = once(() => new Map(rows().flatMap((row) => (row.csl === "" ? [] : [[row.csl, row] as const]))));

/** The list of a `source` of the US Consolidated Screening List; unknown ones get an id from the title. */
export const screeningList = (source: string): PartyList =>
  ofScreeningList().get(source) ?? { id: `us-${slug(source.replace(/ - .*$/, ""))}`, issuer: "US", title: source };

/** A list of parties that do not exist, to try screening with: it is no list to any answer but a screening, and to that only where no other is loaded. */
export const inventedList = "invented";
export const inventedParties: string = bundledFile("invented/parties.csv");

/** Whether the parties on these lists do not exist. */
export const isInvented = (lists: readonly { readonly list: string }[]): boolean => lists.some(({ list }) => list === inventedList);
