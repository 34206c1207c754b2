import { identifierText } from "../../link/identifiers.ts";
import type { KnownOfParty } from "../evidence/other-evidence.ts";
import { type ChangedColumn, listChanges } from "../lists/difference.ts";
import { digestOf } from "./digest.ts";

export const customerKinds = ["organisation", "person"] as const;

/** A customer as its user knows it. */
export interface Customer extends KnownOfParty {
  readonly id: string;
  readonly name: string;
  /** Other names, in order. */
  readonly names: readonly string[];
  readonly kind: (typeof customerKinds)[number] | null;
}

/** What decisions on a customer belong to: all that is known of it. */
export const customerDigest = (customer: Customer): string => digestOf(customer);

/** All names of a customer, each once. */
export const namesOfCustomer = ({ name, names }: Customer): readonly string[] => [...new Set([name, ...names])];

/** What differs between two versions of a customer. */
export function customerChanges(before: Customer, after: Customer): readonly ChangedColumn[] {
  const single = (["name", "kind", "country", "countryAs", "born"] as const).flatMap((column) =>
    before[column] === after[column] ? [] : [{ column: `customer ${labels[column]}`, before: before[column], after: after[column] }],
  );
  return [
    ...single,
    ...listChanges("customer name", before.names, after.names),
    ...listChanges("customer identifier", before.identifiers.map(identifierText), after.identifiers.map(identifierText)),
    ...listChanges("customer address", before.addresses, after.addresses),
  ];
}

const labels = { name: "main name", kind: "kind", country: "country", countryAs: "country as written", born: "date of birth" } as const;
