export type ShockKind = "licence" | "denial" | "ban" | "outage";

/** Somebody an event names, as far as the map knows them. */
export interface Party {
  /** As written. */
  readonly name: string;
  readonly kind: "economy" | "group" | "world" | "organisation" | "plant" | "unknown";
  /** Code of an economy or group, id of an organisation or of the owner of a plant; `null` where unknown. */
  readonly id: string | null;
  /** The economy itself, the members of a group; none for the others. */
  readonly economies: readonly string[];
  /** Where an organisation has its seat, or a plant stands. */
  readonly seat: string | null;
}

/** A measurement over days `start` up to, but not with, `end` (days since 1970-01-01). */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

/** What a row asks the model for. */
export interface Asked {
  readonly output: string;
  readonly as: string;
  readonly economy: Party | null;
  readonly partner: Party | null;
  readonly organisation: Party | null;
  /** Technology as written, and its id where the map has it. */
  readonly technology: { readonly name: string; readonly id: string | null } | null;
}

/** One measured fact of an event. */
export interface ShockRow {
  readonly of: string;
  readonly what: string;
  readonly unit: string;
  readonly role: "input" | "output" | "outside";
  /** The first of two measurements. */
  readonly from: Reading | null;
  /** The second of two, or the only one. */
  readonly last: Reading | null;
  readonly asked: Asked | null;
}

/** An event with its parties and dates read: days since 1970-01-01. */
export interface Shock {
  readonly id: string;
  readonly kind: ShockKind;
  readonly announced: number;
  /** The day of effect. */
  readonly from: number;
  readonly senders: readonly Party[];
  readonly targets: readonly Party[];
  /** Ids of the technologies that the map has. */
  readonly technologies: readonly string[];
  /** Names of technologies that it does not have. */
  readonly unknownTechnologies: readonly string[];
  readonly rows: readonly ShockRow[];
}

/** The class of licence policy of an event; `null` for an outage. */
export function classOf(kind: ShockKind): "licence" | "presumption-of-denial" | "ban" | null {
  if (kind === "outage") return null;
  return kind === "denial" ? "presumption-of-denial" : kind;
}

/** How a party stands to one side of an event: one of it, none of it, partly, or it cannot be told. */
export type Membership = "in" | "out" | "part" | "unknown";

export function membershipIn(party: Party, side: readonly Party[], others: readonly Party[] = []): Membership {
  if (side.some((each) => sameParty(each, party))) return "in";
  if (party.kind === "world") return "part";
  if (party.kind === "unknown") return "unknown";
  const places = party.economies.length > 0 ? party.economies : party.seat === null ? [] : [party.seat];
  if (side.some(({ kind }) => kind === "world")) return complementOf(membershipIn(party, others));
  const covered = new Set(side.flatMap(({ economies }) => economies));
  const within = places.filter((place) => covered.has(place)).length;
  if (within > 0) return within === places.length ? "in" : "part";
  const inside = side.some(({ seat }) => seat !== null && places.includes(seat) && party.economies.length > 0);
  return inside ? "part" : "out";
}

/** Whether an outage hit a party: it did where the event names it, or where nobody knows whom the event names. */
export function wasHit(party: Party, { senders }: Shock): boolean {
  const membership = membershipIn(party, senders);
  return (
    membership === "in" || membership === "unknown" || (party.economies.length === 0 && senders.some(({ kind }) => kind === "unknown"))
  );
}

/** How a party stands to all the world but some, by how it stands to these. */
const complementOf = (other: Membership): Membership => (other === "out" ? "in" : other === "in" ? "out" : other);

/** Whether two rows or sides mean one party: by its id, else by its name in any case; nobody is the same as nobody. */
export function sameParty(a: Party | null, b: Party | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.id !== null && a.id === b.id) return true;
  return a.name.toLowerCase() === b.name.toLowerCase();
}

/** Whether a row is about trade with all partners: it names none, or the world. */
export const isAll = (partner: Party | null): boolean => partner === null || partner.kind === "world";
