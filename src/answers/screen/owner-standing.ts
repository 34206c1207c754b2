import { number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { nameKey } from "../../link/name-key.ts";
import { countsUnder, type OwnershipRule } from "../../link/ownership-rules.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import type { Party } from "../../screen/ownership/owner-book.ts";
import type { Standing } from "../../screen/ownership/stakes.ts";
import type { ScreenHit, ScreenResult } from "./screen-report.ts";

/** A row of a list that a party is, or may be. */
export interface ListedAs {
  readonly list: string;
  readonly entry: string;
  readonly party: string;
  readonly score: number;
  /** By its id, by a decision, or by the whole name of a firm that is in no other economy. Names of persons are shared by many. */
  readonly certain: boolean;
}

/** What lists say of a party. */
export type ListsSay = Pick<ScreenResult, "hits" | "decided">;

/** The rows in force on lists of a rule that a party is or may be, certain ones first. What a decision set aside is left out. */
export function listedAs(party: Party, result: ListsSay | undefined, rule: OwnershipRule): readonly ListedAs[] {
  if (result === undefined) return [];
  const hits = result.hits
    .filter((hit) => countsUnder(rule, hit) && hit.decision?.verdict !== "false")
    .map((hit) => ({ list: hit.list, entry: hit.entry, party: hit.name, score: hit.score, certain: isCertain(party, hit) }));
  const decided = result.decided
    .filter(({ list, standing }) => rule.lists.includes(list) && isListed(standing))
    .map(({ decision, list, party: name }) => ({
      list,
      entry: decision.entry,
      party: name,
      score: 1,
      certain: decision.verdict === "true" && countsUnder(rule, { list, programme: null }),
    }));
  return [...hits, ...decided].sort((a, b) => Number(b.certain) - Number(a.certain) || b.score - a.score);
}

const isCertain = ({ id, name, kind }: Party, hit: ScreenHit): boolean =>
  hit.entry === id ||
  hit.decision?.verdict === "true" ||
  (kind !== "person" && hit.kind !== "person" && hit.place !== "other" && nameKey(hit.matchedName) === nameKey(name ?? ""));

/** Kinds of owners that no one owns. */
const unowned: ReadonlySet<string | null> = new Set(["person", "state", "public"]);

/** `compared`: whether the party was compared with lists; one that was not may be listed, but for shares held by many. */
export function standingOf({ kind }: Party, listed: readonly ListedAs[], compared: boolean): Standing {
  if (!compared && kind !== "public") return "may be listed";
  if (listed.some(({ certain }) => certain)) return "listed";
  if (listed.length > 0) return "may be listed";
  return unowned.has(kind) ? "outside" : "firm";
}

/** `is Acme Co on us-entity-list`, `may be Acme Co on us-entity-list (score 0.82)`. */
export function listedWords([first, ...more]: readonly ListedAs[]): string {
  if (first === undefined) return "";
  const others = more.length === 0 ? "" : say("owner-standing.and-more", { more: String(more.length) });
  return say("owner-standing.on", {
    mayBe: first.certain ? "is" : "may be",
    party: first.party,
    list: first.list,
    certain: first.certain ? "" : say("owner-standing.score", { score: number(first.score) }),
    others,
  });
}
