import type { OutageCause } from "../../../link/parameter-domains.ts";
import type { Party } from "../../../link/party.ts";

export type { Party };
export type ShockKind = "licence" | "denial" | "ban" | "outage";

/** A measurement over `start` to `end` (exclusive), days since 1970-01-01. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

export interface Asked {
  readonly output: string;
  readonly as: string;
  readonly economy: Party | null;
  readonly partner: Party | null;
  readonly organisation: Party | null;
  /** Technology as written, and its id if the map has it. */
  readonly technology: { readonly name: string; readonly id: string | null } | null;
}

/** What an input row can give to the model. */
export const inputQuantities = ["capacity left", "capacity lost", "repair", "stock"] as const;
export type InputQuantity = (typeof inputQuantities)[number];

export interface ShockRow {
  readonly of: string;
  readonly what: string;
  readonly unit: string;
  readonly role: "input" | "output" | "outside";
  /** Of an input, the quantity it gives; absent: as its words say. */
  readonly quantity?: InputQuantity;
  /** Id of the technology it is of; absent or `null`: none of the map. */
  readonly technology?: string | null;
  readonly from: Reading | null;
  /** The second of two measurements, or the only one. */
  readonly last: Reading | null;
  readonly asked: Asked | null;
}

/** An event with parties and dates resolved. */
export interface Shock {
  readonly id: string;
  /** The act it is part of: events of one act count as one. */
  readonly act: string;
  readonly kind: ShockKind;
  /** What stopped the plants of an outage; `null`: unknown, or no outage. */
  readonly cause: OutageCause | null;
  readonly announced: number;
  /** Day of effect. */
  readonly from: number;
  /** Day on which it was lifted or over; `null`: not given. */
  readonly ended: number | null;
  readonly senders: readonly Party[];
  readonly targets: readonly Party[];
  /** Ids of known technologies. */
  readonly technologies: readonly string[];
  readonly unknownTechnologies: readonly string[];
  readonly rows: readonly ShockRow[];
}

/** Licence-policy class of an event; `null` for an outage. */
export function classOf(kind: ShockKind): "licence" | "presumption-of-denial" | "ban" | null {
  if (kind === "outage") return null;
  return kind === "denial" ? "presumption-of-denial" : kind;
}

/** Whether a party belongs to one side of an event. */
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

/**
 * Whether an outage hit a party: the event names it or a plant of it. A firm may also own what the event does not name the owner of, or have
 * plants in an economy that was hit.
 */
export function wasHit(party: Party, { senders }: Shock): boolean {
  const membership = membershipIn(party, senders);
  if (membership === "in" || membership === "unknown") return true;
  return isFirm(party) && senders.some(({ id, economies }) => id === null || economies.length > 0);
}

const isFirm = ({ kind }: Party): boolean => kind === "organisation" || kind === "plant";

/** Membership in the world without some parties, from membership among these. */
const complementOf = (other: Membership): Membership => (other === "out" ? "in" : other === "in" ? "out" : other);

/** Whether two references are the same party: by id, else by name ignoring case; two absent ones are the same. */
export function sameParty(a: Party | null, b: Party | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.id !== null && a.id === b.id) return true;
  return a.name.toLowerCase() === b.name.toLowerCase();
}

/** Whether a row is about trade with all partners: it names none, or the world. */
export const isAll = (partner: Party | null): boolean => partner === null || partner.kind === "world";
