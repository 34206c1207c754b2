import type { EventNames } from "../../../answers/shared/event-parties.ts";
import { pick } from "../../../base/collections.ts";
import { type Period, periodOf } from "../../../base/period.ts";
import type { OutageCause } from "../../../link/parameter-domains.ts";
import type { Asked, Party, Reading, Shock, ShockRow } from "../../measure/events/shock.ts";
import type { EventEntry, EventReading, EventRow } from "./event-file.ts";

/** An event as the model reads it: dates as days, names as parties and technologies of the map. */
export function shockOf(event: EventEntry, names: EventNames): Shock {
  const from = period(event.date).start;
  return {
    id: event.id,
    act: event.act ?? actOf(event),
    kind: event.kind,
    cause: event.cause ?? (event.kind === "outage" ? causeIn(event.what) : null),
    announced: event.announced === undefined ? from : period(event.announced).start,
    from,
    ended: event.ended === undefined ? null : period(event.ended).start,
    senders: event.senders.map((name) => senderOf(name, event, names)),
    targets: event.targets.map(names.party),
    technologies: [...new Set(event.technologies.flatMap((name) => names.technology(name) ?? []))],
    unknownTechnologies: event.technologies.filter((name) => names.technology(name) === null),
    rows: event.measured.map((row) => rowOf(row, event, names)),
  };
}

/** The act of an event that names none: all that broke off on one day, or all that one authority told on one day. */
function actOf({ kind, date, announced, senders }: EventEntry): string {
  return kind === "outage" ? `${date}` : `${announced ?? date} ${[...senders].sort().join(", ")}`;
}

/** Words that tell what stopped a plant. */
const causeWords: readonly (readonly [OutageCause, RegExp])[] = [
  ["quake", /quake/i],
  ["fire", /\b(fire|burn\w*)\b/i],
  ["explosion", /explo(des?|ded|sions?)\b/i],
  ["flood", /\b(floods?|flooded|flooding|typhoon)\b/i],
  ["freeze", /\b(freezes?|froze|frost|winter storm)\b/i],
  ["contamination", /contaminat/i],
  ["lockdown", /\block(ed )?downs?\b/i],
  ["blockade", /\b(blockade|embargo)\b/i],
  ["strike", /\bstrikes?\b/i],
  ["war", /\b(war|invasion|invades?)\b/i],
  ["power", /\b(power|blackout|outage of electricity|voltage)\b/i],
];

/** The cause of an outage that names none, by the words that tell of it. */
const causeIn = (what: string): OutageCause | null => causeWords.find(([, words]) => words.test(what))?.[0] ?? null;

/**
 * A sender by its name. Of an outage one that the map does not know is a plant: of the firm that the rows of the plant name, in the economy
 * that the event gives; without either it stays unknown.
 */
function senderOf(name: string, { kind, place, measured }: EventEntry, names: EventNames): Party {
  const party = names.party(name);
  if (party.kind !== "unknown" || kind !== "outage") return party;
  const named = measured.flatMap(({ of, predict }) => (of === "plant" ? (predict?.organisation ?? []) : []));
  const owners = new Set(named.map((owner) => names.party(owner).id));
  const id = owners.size === 1 ? [...owners][0]! : null;
  const seat = place === undefined ? null : names.party(place).id;
  return id === null && seat === null ? party : { ...party, kind: "plant", id, seat };
}

function rowOf(row: EventRow, event: EventEntry, names: EventNames): ShockRow {
  const last = row.to ?? row.at;
  return {
    ...pick(row, "of", "what", "role"),
    ...(row.quantity === undefined ? {} : { quantity: row.quantity }),
    technology: names.technology(row.of),
    unit: String(row.unit),
    from: row.from ? readingOf(row.from) : null,
    last: last ? readingOf(last) : null,
    asked: row.predict ? askedOf(row, row.predict, event, names) : null,
  };
}

function askedOf(row: EventRow, predict: NonNullable<EventRow["predict"]>, event: EventEntry, names: EventNames): Asked {
  const party = (name: string | undefined) => (name === undefined ? null : names.party(name));
  return {
    ...pick(predict, "output", "as"),
    economy: party(predict.economy),
    partner: party(predict.partner),
    organisation: party(predict.organisation),
    technology: technologyOf(row, predict.technology, event, names),
  };
}

/** The technology a row names, else the one it is of; a row of a firm or a plant names none. */
function technologyOf(row: EventRow, asked: string | undefined, event: EventEntry, names: EventNames): Asked["technology"] {
  if (asked !== undefined) return { name: asked, id: names.technology(asked) };
  const id = names.technology(row.of);
  if (id !== null) return { name: row.of, id };
  return event.technologies.includes(row.of) ? { name: row.of, id: null } : null;
}

const readingOf = ({ date, value }: EventReading): Reading => ({ ...period(date), ...endsOf(value) });

/** Both ends of a value that may be one number. */
export function endsOf(value: EventReading["value"]): { readonly low: number; readonly high: number } {
  const [low, high] = typeof value === "number" ? [value, value] : value;
  return { low, high };
}

/** Of a date that the schema let pass. */
const period = (date: string | number): Period => periodOf(String(date))!;
