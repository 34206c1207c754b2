import { type Party, type Shock, sameParty } from "./shock.ts";

/** Why nothing of an act can be scored: nobody knows who withholds, or somebody would withhold from itself. `null`: it can; an outage always. */
export function unreadable({ kind, senders, targets }: Shock): string | null {
  if (kind === "outage") return null;
  const unknownSender = senders.find((party) => party.kind === "unknown");
  if (unknownSender) return `the sender ${unknownSender.name} is unknown`;
  const both = senders.find((sender) => targets.some((target) => overlap(sender, target)));
  return both ? `${both.name} is both a sender and a target` : null;
}

const overlap = (a: Party, b: Party): boolean => sameParty(a, b) || a.economies.some((economy) => b.economies.includes(economy));
