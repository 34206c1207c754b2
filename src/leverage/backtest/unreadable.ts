import { type Party, type Shock, sameParty } from "./shock.ts";

/** Why no row of an act can be scored: an unknown sender, or one that is also a target. Outages can always be scored. */
export function unreadable({ kind, senders, targets }: Shock): string | null {
  if (kind === "outage") return null;
  const unknownSender = senders.find((party) => party.kind === "unknown");
  if (unknownSender) return `the sender ${unknownSender.name} is unknown`;
  const both = senders.find((sender) => targets.some((target) => overlap(sender, target)));
  return both ? `${both.name} is both a sender and a target` : null;
}

const overlap = (a: Party, b: Party): boolean => sameParty(a, b) || a.economies.some((economy) => b.economies.includes(economy));
