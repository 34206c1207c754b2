import { z } from "zod";
import type { IssuedIdentifier } from "../../link/identifiers.ts";
import { fields } from "../shared/schema.ts";

/** An entity in the shape of the OpenSanctions API: a row of a list. */
export const entitySchema = z.object({
  ...fields(z.string(), "id", "caption", "schema"),
  properties: z.record(z.string(), z.array(z.string())),
  datasets: z.array(z.string()).describe("the list"),
  referents: z.array(z.string()),
  target: z.boolean(),
  ...fields(z.string().nullable(), "first_seen", "last_seen", "last_change"),
});
export type EntityShape = z.infer<typeof entitySchema>;

const schemas: ReadonlyMap<string | null, string> = new Map([
  ["person", "Person"],
  ["organisation", "Organization"],
  ["vessel", "Vessel"],
  ["aircraft", "Airplane"],
]);

/** What a row of a list says of a party. */
interface RowFacts {
  readonly entry: string;
  readonly list: string;
  readonly kind: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly former?: readonly string[];
  readonly economies: readonly string[];
  readonly born?: readonly string[];
  readonly identifiers?: readonly IssuedIdentifier[];
  readonly addresses?: readonly string[];
  readonly programme: string | null;
  readonly requirement: string | null;
  readonly url: string | null;
  /** Entries of the same party in other readings of the list. */
  readonly referents?: readonly string[];
}

/** A row of a list as such an entity; properties without values are left out. */
export function entityOf({ entry, list, kind, name, referents = [], ...facts }: RowFacts): EntityShape {
  const all: EntityShape["properties"] = {
    name: [name],
    alias: [...facts.aliases],
    previousName: [...(facts.former ?? [])],
    country: facts.economies.map((id) => id.toLowerCase()),
    birthDate: [...(facts.born ?? [])],
    ...identifierProperties(facts.identifiers ?? []),
    address: [...(facts.addresses ?? [])],
    program: facts.programme === null ? [] : [facts.programme],
    notes: facts.requirement === null ? [] : [facts.requirement],
    sourceUrl: facts.url === null ? [] : [facts.url],
  };
  return {
    id: entry,
    caption: name,
    schema: schemas.get(kind) ?? "LegalEntity",
    properties: Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0)),
    datasets: [list],
    referents: [...referents],
    target: true,
    first_seen: null,
    last_seen: null,
    last_change: null,
  };
}

/** Properties of that API that hold identifiers, with our schemes. */
export const identifierProperty = {
  leiCode: "lei",
  imoNumber: "imo",
  mmsi: "mmsi",
  swiftBic: "swift",
  isin: "isin",
  dunsCode: "duns",
  uscCode: "uscc",
  registrationNumber: "registration",
  ogrnCode: "registration",
  taxNumber: "tax",
  innCode: "tax",
  vatCode: "tax",
  passportNumber: "passport",
  idNumber: "national-id",
} as const;

const schemeProperty: ReadonlyMap<string, string> = new Map(
  Object.entries(identifierProperty)
    .reverse()
    .map(([property, scheme]) => [scheme, property]),
);

function identifierProperties(identifiers: readonly IssuedIdentifier[]): EntityShape["properties"] {
  const found: Record<string, string[]> = {};
  for (const { scheme, value } of identifiers) {
    const property = schemeProperty.get(scheme) ?? "idNumber";
    found[property] = [...(found[property] ?? []), value];
  }
  return found;
}

/** The kind of names that a schema has; `null`: either. */
export function kindOf(schema = "Thing"): "organisation" | "person" | null {
  if (schema === "Person") return "person";
  return ["Thing", "LegalEntity"].includes(schema) ? null : "organisation";
}

const everything: ReadonlySet<string> = new Set(["default", "all"]);

/** Lists asked for by data sets; `us_sdn` and `us-sdn` are one. `undefined`: all that are loaded. */
export function listsAsked(dataset: string, included: readonly string[] = []): readonly string[] | undefined {
  const asked = [...(everything.has(dataset) ? [] : [dataset]), ...included].map((id) => id.replaceAll("_", "-"));
  return asked.length === 0 ? undefined : asked;
}

/** What a match is scored by. */
export const nameFeature = { name: { description: "calibrated chance that the names are of one party", coefficient: 1, url: "" } };
