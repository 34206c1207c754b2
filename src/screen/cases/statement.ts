import { groupBy } from "../../base/collections.ts";
import { type ChangedColumn, listChanges } from "../lists/difference.ts";
import { factText, linkText, placeText } from "../lists/party-texts.ts";
import type { ListRow, Lists } from "../read-lists.ts";
import { digestOf } from "./digest.ts";
import type { OwnersTold } from "./owners-told.ts";

/** All that a list says of an entry in force, without the days that other records lend it. Texts of one kind are in order. */
export interface Statement {
  /** Key of the entry, the same in every copy of the list. */
  readonly entry: string;
  readonly list: string;
  readonly origin: string;
  readonly name: string;
  readonly kind: string | null;
  readonly names: readonly string[];
  readonly economies: readonly string[];
  readonly addresses: readonly string[];
  readonly links: readonly string[];
  /** Dates of birth and identifiers; absent where there are none, so that older statements keep their digests. */
  readonly facts?: readonly string[];
  /** What tables of owners tell of the party, and of the customer of a case; absent where they tell nothing. */
  readonly owners?: readonly string[];
  readonly customerOwners?: readonly string[];
  readonly footnotes: string | null;
  readonly requirement: string | null;
  readonly policy: string | null;
  readonly programme: string | null;
  readonly remark: string | null;
  readonly citation: string | null;
  readonly ended: string | null;
}

const single = ["name", "kind", "footnotes", "requirement", "policy", "programme", "remark", "citation", "ended"] as const;

/** The entries of some rows by their keys. `keyOf`: the key of a row in every copy of its list. */
export function statementsOf(
  lists: Lists,
  rows: readonly ListRow[],
  keyOf: (entry: string) => string,
  told: OwnersTold,
): ReadonlyMap<string, Statement> {
  return new Map([...groupBy(rows, ({ entry }) => keyOf(entry))].map(([entry, own]) => [entry, statement(lists, entry, own, told)]));
}

/** What a decision on a case belongs to: what the entry says, and what is told of the owners of the customer. */
export const caseStatement = (statement: Statement, customerOwners: readonly string[]): Statement =>
  customerOwners.length === 0 ? statement : { ...statement, customerOwners };

function statement(lists: Lists, entry: string, rows: readonly ListRow[], told: OwnersTold): Statement {
  const row = rows[0]!;
  const ordered = (texts: (of: string) => readonly string[]): readonly string[] =>
    [...new Set(rows.flatMap((each) => texts(each.entry)))].sort();
  const joined = (column: (typeof single)[number]): string | null => {
    const texts = [...new Set(rows.flatMap((each) => each[column] ?? []))];
    return texts.length === 0 ? null : texts.join("; ");
  };
  const facts = ordered((of) => (lists.facts.get(of) ?? []).map(factText));
  const owners = [...new Set(rows.flatMap((each) => told.ofRow(each)))].sort();
  return {
    entry,
    list: row.list,
    origin: row.origin,
    name: row.name,
    kind: row.kind,
    names: ordered((of) => (lists.names.get(of) ?? []).map(({ name }) => name)),
    economies: ordered((of) => lists.economies.get(of) ?? []),
    addresses: ordered((of) => (lists.places.get(of) ?? []).filter(({ place }) => place !== null).map(placeText)),
    links: ordered((of) => (lists.links.get(of) ?? []).map(linkText)),
    ...(facts.length > 0 && { facts }),
    ...(owners.length > 0 && { owners }),
    footnotes: joined("footnotes"),
    requirement: joined("requirement"),
    policy: joined("policy"),
    programme: joined("programme"),
    remark: joined("remark"),
    citation: joined("citation"),
    ended: joined("ended"),
  };
}

/** What decisions on an entry belong to. */
export const statementDigest = (statement: Statement): string => digestOf(statement);

/** What an entry says now and did not say, and the other way round. */
export function statementChanges(before: Statement, after: Statement): readonly ChangedColumn[] {
  const others = ({ name, names }: Statement): readonly string[] => names.filter((each) => each !== name);
  return [
    ...single.flatMap((column) => (before[column] === after[column] ? [] : [{ column, before: before[column], after: after[column] }])),
    ...listChanges("alias", others(before), others(after)),
    ...listChanges("economy", before.economies, after.economies),
    ...listChanges("address", before.addresses, after.addresses),
    ...listChanges("link", before.links, after.links),
    ...listChanges("fact", before.facts ?? [], after.facts ?? []),
    ...listChanges("owner", before.owners ?? [], after.owners ?? []),
    ...listChanges("customer owner", before.customerOwners ?? [], after.customerOwners ?? []),
  ];
}
