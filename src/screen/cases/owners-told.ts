import { shareRange } from "../../base/format.ts";
import { identifierKey } from "../../link/identifiers.ts";
import { identifiersOf } from "../evidence/listed-facts.ts";
import { type Holding, isOfTable, type OwnerBook, type OwnerRow, type Party } from "../ownership/owner-book.ts";
import { partiesAbove } from "../ownership/parties-above.ts";
import type { ListRow, Lists } from "../read-lists.ts";
import { type Customer, namesOfCustomer } from "./customer.ts";

/** What tables of owners tell of parties and of those above them, as texts in order. */
export interface OwnersTold {
  ofRow(row: ListRow): readonly string[];
  ofCustomer(customer: Customer): readonly string[];
}

export const noOwnersTold: OwnersTold = { ofRow: () => [], ofCustomer: () => [] };

/** What a book tells on a day. Owners that lists state are links of their entries and left out. */
export function ownersTold(book: OwnerBook, { names, facts }: Pick<Lists, "names" | "facts">, day: string): OwnersTold {
  if (!book.hasTables) return noOwnersTold;
  const told = (found: readonly Party[]): readonly string[] => [...new Set(found.flatMap(({ id }) => above(book, id, day)))].sort();
  return {
    ofRow: ({ entry, economy }) =>
      told(
        partiesKnownAs(
          book,
          [...(names.get(entry) ?? []).map(({ name }) => name), ...identifiersOf(facts.get(entry)).map(identifierKey)],
          economy,
        ),
      ),
    ofCustomer: (customer) => told(partiesOfCustomer(book, customer)),
  };
}

/** Parties of tables that a customer is: by its names, where the economies do not differ, and by its identifiers. */
export const partiesOfCustomer = (book: OwnerBook, customer: Customer): readonly Party[] =>
  partiesKnownAs(book, [...namesOfCustomer(customer), ...customer.identifiers.map(identifierKey)], customer.country);

function partiesKnownAs(book: OwnerBook, known: readonly string[], economy: string | null): readonly Party[] {
  const found = new Map(known.flatMap((each) => book.find(each)).map(({ party }) => [party.id, party]));
  return [...found.values()].filter((party) => economy === null || party.economy === null || party.economy === economy);
}

const above = (book: OwnerBook, id: string, day: string): readonly string[] =>
  [id, ...partiesAbove(book, id, day)].flatMap((each) =>
    book.holdings(each, day).flatMap((holding) => {
      const rows = holding.rows.filter(isOfTable);
      return rows.length > 0 ? [holdingText(book.party(each), book.party(holding.owner), holding, rows)] : [];
    }),
  );

/** `Nord Works: Nordhav Invest AS 60% (share, since 2025-01-01)`. */
function holdingText(firm: Party | undefined, owner: Party | undefined, { low, high, stated }: Holding, rows: readonly OwnerRow[]): string {
  const days = [...new Set(rows.flatMap(({ since, until }) => [since && `since ${since}`, until && `until ${until}`]))].filter(Boolean);
  const relations = [...new Set(rows.map(({ relation }) => relation))];
  return `${called(firm)}: ${called(owner)} ${stated ? shareRange(low, high) : "share not stated"} (${[...relations, ...days].join(", ")})`;
}

const called = (party: Party | undefined): string => party?.name ?? party?.id ?? "unknown";
