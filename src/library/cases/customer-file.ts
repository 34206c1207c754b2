import { type Effects, quietEffects } from "../../base/effects.ts";
import { findEconomy } from "../../link/economies.ts";
import { writtenIdentifier } from "../../link/identifiers.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import { longestName } from "../../screen/search/name-index.ts";
import { type CsvRow, csvRows } from "../../sources/format/csv-rows.ts";
import { partsOf } from "../read-table.ts";

/** A row that is no customer, or something in it that could not be used. */
export interface CustomerDoubt {
  readonly line: number;
  readonly id: string | null;
  readonly reason: string;
}

/** What a table of customers holds. `doubts`: kept customers of which something was not understood. */
export interface CustomerFile {
  readonly customers: readonly Customer[];
  readonly rejected: readonly CustomerDoubt[];
  readonly doubts: readonly CustomerDoubt[];
}

/** The longest id; it stands in every case. */
const longestId = 200;

/**
 * Reads a table of customers: columns `id` and `name`, and where present `names` (or `aliases`), `kind` (or `schema`), `country`, `born` (or
 * `date_of_birth`), `identifiers` (`lei:...; imo:...`) and `address`; several parts of a cell are separated by semicolons. A bad row is
 * rejected, the others are kept. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, LM_LOAD_UNRECOGNISED without these columns.
 */
export async function readCustomerFile(file: string, effects: Effects = quietEffects): Promise<CustomerFile> {
  const customers = new Map<string, Customer>();
  const rejected: CustomerDoubt[] = [];
  const doubts: CustomerDoubt[] = [];
  for await (const row of csvRows(file, ["id", "name"], effects, { lenient: true, anyCase: true })) {
    if ("kind" in row) {
      rejected.push({ line: row.line, id: null, reason: row.reason });
      continue;
    }
    const id = row.text("id");
    const reason = faultOf(row, customers);
    if (reason !== null) rejected.push({ line: row.line, id: id || null, reason });
    else {
      const { customer, notes } = customerOf(row);
      customers.set(id, customer);
      doubts.push(...notes.map((note) => ({ line: row.line, id, reason: note })));
    }
  }
  return { customers: [...customers.values()], rejected, doubts };
}

function faultOf(row: CsvRow, known: ReadonlyMap<string, unknown>): string | null {
  const [id, name] = [row.text("id"), row.text("name")];
  if (id === "") return "it has no id";
  if (id.length > longestId || /\p{Cc}/u.test(id)) return `its id is longer than ${longestId} characters or has control characters`;
  if (known.has(id)) return "its id stands in an earlier row";
  if (!/[\p{L}\p{N}]/u.test(name)) return "its name has no letter and no figure";
  return [name, ...partsOf(row, "names"), ...partsOf(row, "aliases")].some((each) => [...each].length > longestName)
    ? `a name has more than ${longestName} characters`
    : null;
}

function customerOf(row: CsvRow): { readonly customer: Customer; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const name = row.text("name");
  const [written, kind, born] = [
    row.text("country"),
    row.text("kind") || row.text("schema"),
    row.text("born") || row.text("date_of_birth"),
  ];
  const country = findEconomy(written);
  if (written !== "" && country === null) notes.push(`"${written}" is not an economy: it does not count in screening`);
  const isDay = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(born);
  if (born !== "" && !isDay) notes.push(`"${born}" is not a date of birth (YYYY, YYYY-MM or YYYY-MM-DD): it does not count in screening`);
  const known = kindOf(kind);
  if (kind !== "" && known === null) notes.push(`"${kind}" is neither a person nor an organisation: it is screened as either`);
  const customer: Customer = {
    id: row.text("id"),
    name,
    names: [...new Set([...partsOf(row, "names"), ...partsOf(row, "aliases")])].filter(
      (each) => each !== name && /[\p{L}\p{N}]/u.test(each),
    ),
    kind: known,
    country,
    countryAs: country === null && written !== "" ? written : null,
    born: isDay ? born : null,
    identifiers: partsOf(row, "identifiers").map(writtenIdentifier),
    addresses: [...partsOf(row, "address"), ...partsOf(row, "addresses")],
  };
  return { customer, notes };
}

const kindOf = (text: string): Customer["kind"] =>
  /^(person|individual)$/i.test(text)
    ? "person"
    : /^(organisation|organization|company|entity|legalentity|firm)$/i.test(text)
      ? "organisation"
      : null;
