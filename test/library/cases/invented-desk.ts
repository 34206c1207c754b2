import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../../src/library/load.ts";
import { numbers } from "../../screen/listed.ts";
import { emptyWorkspace } from "../../workspace/empty.ts";

/** A row of the invented screening list. */
export interface Listed {
  readonly name: string;
  readonly list: "entity" | "denied" | "unverified";
  readonly country: string;
  readonly address: string;
  readonly aliases: readonly string[];
  readonly requirement: string;
  readonly policy: string;
  readonly programme: string;
}

/** A row of the invented list of owners. */
export interface Owned {
  readonly name: string;
  readonly country: string;
  readonly owner: string;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly names?: string;
  readonly kind?: string;
  readonly country?: string;
  readonly born?: string;
  readonly identifiers?: string;
  readonly address?: string;
}

const sources = {
  entity: "Entity List (EL) - Bureau of Industry and Security",
  denied: "Denied Persons List (DPL) - Bureau of Industry and Security",
  unverified: "Unverified List (UVL) - Bureau of Industry and Security",
} as const;

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");

const listHeader = "source,name,type,addresses,alt_names,license_requirement,license_policy,programs,federal_register_notice".split(",");

/** The list as a copy of the Consolidated Screening List. */
export const screeningList = (rows: readonly Listed[]): string =>
  table(
    listHeader,
    rows.map(({ name, list, country, address, aliases, requirement, policy, programme }) => [
      ...[sources[list], name, "Entity", address === "" ? country : `${address}, ${country}`, aliases.join("; ")],
      ...[requirement, policy, programme, ""],
    ]),
  );

export const ownersMapping = `title: Invented list of owners
needs: [firm, country, owner]
issuer: NO
list: { constant: no-owned-firms }
origin: invented-owners
kind: { constant: organisation }
name: firm
economy: country
links:
  - { relation: owner, column: owner, separator: "; " }
`;

export const ownedList = (rows: readonly Owned[]): string =>
  table(
    ["firm", "country", "owner"],
    rows.map(({ name, country, owner }) => [name, country, owner]),
  );

/** A row of a table of owners: share in percent. */
export interface Held {
  readonly owned: string;
  readonly owned_id?: string;
  readonly owned_country?: string;
  readonly owner: string;
  readonly owner_kind?: string;
  readonly share: string;
}

const heldHeader = ["owned", "owned_id", "owned_country", "owner", "owner_kind", "share"] as const;

export const heldTable = (rows: readonly Held[]): string =>
  table(
    heldHeader,
    rows.map((row) => heldHeader.map((column) => row[column] ?? "")),
  );

const customerHeader = ["id", "name", "names", "kind", "country", "born", "identifiers", "address"] as const;

/** A person of whom everything is known that a customer may have. */
export const knownPerson: Customer = {
  id: "P-0417",
  name: "Quendolyn Ashtoreth Vrabie",
  names: "Q. A. Vrabie-Lundqvist",
  kind: "person",
  country: "RO",
  born: "1971-03-09",
  identifiers: "passport: XQ8841207",
  address: "Strada Zmeului 41, Cluj",
};

export const customerTable = (rows: readonly Customer[]): string =>
  table(
    customerHeader,
    rows.map((row) => customerHeader.map((column) => row[column] ?? "")),
  );

const syllables = "hel mun bri ost fjo lyn kap sel rud tiv gam noe pil dra vik esk tor wan jul gru bek zal hom fer".split(" ");

/** Invented words, the same on every run: four syllables each. */
function words(seed: number): () => string {
  const random = numbers(seed);
  const one = (): string => syllables[Math.floor(random() * syllables.length)]!;
  return () => {
    const made = `${one()}${one()}${one()}${one()}`;
    return made.charAt(0).toUpperCase() + made.slice(1);
  };
}

const trades = ["Electronics", "Machinery", "Semiconductor", "Optics", "Trading", "Chemicals", "Shipping", "Aviation"];
const countries = ["CN", "RU", "IR", "AE", "TR", "HK"];

/** Invented listed parties, the same on every run. */
export function listedParties(count: number): readonly Listed[] {
  const word = words(20_261_127);
  return Array.from({ length: count }, (_, at) => {
    const name = `${word()} ${word()}`;
    return {
      name: `${name} ${trades[at % trades.length]} Co., Ltd.`,
      list: at % 5 === 4 ? ("unverified" as const) : ("entity" as const),
      country: countries[at % countries.length]!,
      address: `No. ${at + 1} ${word()} Road`,
      aliases: [`${name} Group`],
      requirement: at % 5 === 4 ? "" : "For all items subject to the EAR. (See § 744.11 of the EAR)",
      policy: "Presumption of denial",
      programme: "",
    };
  });
}

/** Invented firms of the list of owners, without an owner. */
export function ownedFirms(count: number): readonly Owned[] {
  const word = words(20_261_129);
  return Array.from({ length: count }, () => ({ name: `${word()} ${word()} Works`, country: "NO", owner: "" }));
}

/** Invented customers that are on no list: bakeries and the like. */
export function unlistedCustomers(count: number): readonly Customer[] {
  const word = words(20_261_128);
  const trade = ["Bakery", "Gardens", "Dental Practice", "Bookshop", "Brewery", "Carpets"];
  return Array.from({ length: count }, (_, at) => ({
    id: `U-${at + 1}`,
    name: `${word()} ${word()} ${trade[at % trade.length]}`,
    kind: "organisation",
    country: ["NO", "DE", "US", "FR", "JP"][at % 5]!,
  }));
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");

const listIds = { entity: "us-entity-list", denied: "us-denied-persons", unverified: "us-unverified" } as const;

/** Keys of entries. */
export const listedKey = ({ name, list, country }: Listed): string => `csl/${listIds[list]}/${slugOf(name)}-${country.toLowerCase()}`;
export const ownedKey = ({ name, country }: Owned): string => `invented-owners/no-owned-firms/${slugOf(name)}-${country.toLowerCase()}`;

/** A customer by the name of a listed party, without its legal form. */
export const customerLike = (id: string, { name, country }: Pick<Listed, "name" | "country">): Customer => ({
  id,
  name: name.replace(" Co., Ltd.", ""),
  kind: "organisation",
  country,
});

/** A workspace for the desk, empty or a copy of `template`, and how files of it are written and loaded. */
export async function desk(folder: string, name: string, template?: string) {
  const dir = join(folder, name);
  if (template === undefined) await emptyWorkspace(dir);
  else cpSync(template, dir, { recursive: true, preserveTimestamps: true });
  const write = (file: string, text: string): string => {
    const path = join(folder, `${name}-${file}`);
    writeFileSync(path, text);
    return path;
  };
  const mapped = write("owners.yaml", ownersMapping);
  return {
    dir,
    write,
    lists: (day: string, rows: readonly Listed[]) => load(dir, "csl", [write(`csl-${day}.csv`, screeningList(rows))]),
    held: (rows: readonly Held[]) => load(dir, "owners", [write("held.csv", heldTable(rows))]),
    owners: (day: string, rows: readonly Owned[]) => load(dir, "party-list", [mapped, write(`owners-${day}.csv`, ownedList(rows))]),
  };
}
