import { groupBy } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { said } from "../../base/words.ts";
import { nearName } from "../../link/near-name.ts";
import { partyLists } from "../../link/party-lists.ts";
import { type AsOf, isListed, type ListingStatus, partiesOn } from "../../screen/lists/listing-status.ts";
import type { Lists } from "../../screen/read-lists.ts";
import { ruleState } from "../../screen/rules/state.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import type { ScreenedList } from "./screen-report.ts";

/** The lists as they stood on a day. */
export interface ListsOn {
  readonly asOf: AsOf;
  /** How a row stands; `null` where it is of a copy of its list that another took the place of. */
  standing(entry: string): ListingStatus | null;
  /** The rows of the lists asked for that are in force, and the others of them: a search looks for each by themselves. */
  readonly groups: readonly [inForce: (entry: string) => boolean, others: (entry: string) => boolean];
  readonly screened: readonly ScreenedList[];
}

export const listTitle = (list: string): string => partyLists().get(list)?.title ?? list;

/** `only`: the ids of the lists asked for, all of them if absent. */
export function listsOn({ parties, editions, byEntry }: Lists, asOf: AsOf, only?: ReadonlySet<string>): ListsOn {
  const asked = parties.filter(({ list }) => only === undefined || only.has(list));
  const { listed, readings, standing } = partiesOn(asked, editionsOf(editions, only), asOf);
  const inForce = groupBy(listed, ({ party }) => `${party.origin} ${party.list}`);
  const issuers = new Map(asked.map(({ list, issuer }) => [list, issuer]));
  const standingOf = (entry: string): ListingStatus | null => {
    const row = byEntry.get(entry);
    return row === undefined || (only !== undefined && !only.has(row.list)) ? null : standing(row);
  };
  const stands = (isInForce: boolean) => (entry: string) => {
    const found = standingOf(entry);
    return found !== null && isListed(found) === isInForce;
  };
  return {
    asOf,
    standing: standingOf,
    groups: [stands(true), stands(false)],
    screened: [...groupBy(readings, ({ list }) => list)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([list, own]) => ({
        list,
        title: listTitle(list),
        issuer: issuers.get(list) ?? partyLists().get(list)?.issuer ?? "",
        readings: own
          .map(({ origin, kind, used, caveats }) => {
            const rows = inForce.get(`${origin} ${list}`) ?? [];
            const startUnknown = rows.filter((row) => row.standing.since === null).length;
            return { origin, kind, used, inForce: rows.length, startUnknown, caveats };
          })
          .sort((a, b) => a.origin.localeCompare(b.origin)),
      })),
  };
}

/** Editions of the lists asked for. */
export const editionsOf = <E extends { readonly list: string }>(
  editions: readonly E[],
  only: ReadonlySet<string> | undefined,
): readonly E[] => (only === undefined ? editions : editions.filter(({ list }) => only.has(list)));

/** The ids of lists that were asked for. Throws LM_USAGE for one that is not loaded. */
export function requireListIds({ parties }: Lists, wanted: readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (wanted === undefined || wanted.length === 0) return undefined;
  const loaded = [...new Set(parties.map(({ list }) => list))].sort();
  for (const list of wanted) {
    if (loaded.includes(list)) continue;
    const near = nearName(list, loaded);
    const hint = near === null ? say("lists-on.loaded-are", { loaded: loaded.join(", ") }) : `Did you mean ${near}?`;
    throw new LevermapError("LM_USAGE", `No list "${list}" is loaded. ${hint}`, { list, loaded });
  }
  return new Set(wanted);
}

/** The rule by which firms owned by listed parties are bound as these are; see `data/atlas/rules.csv`. */
const affiliatesRule = "2025-19001";

export const noLists = "No list of parties is loaded.";

/** What a screening cannot know, each in one sentence. */
export const screenLimits = (on: ListsOn, timeline: RuleTimeline): readonly string[] => [
  ...listLimits(on),
  affiliates(timeline, on.asOf.day),
  "A score compares names only. Whether two parties are the same is for you to decide.",
];

/** What an answer from lists cannot know of the day. */
export function listLimits({ screened, asOf }: ListsOn): readonly string[] {
  const readings = screened.flatMap(({ list, readings: own }) => own.map((reading) => ({ list, ...reading })));
  const undated = readings.reduce((sum, { startUnknown }) => sum + startUnknown, 0);
  return said(
    asOf.by === "effective"
      ? "A row counts from its day of effect where one is known, else from the day of its publication, else from its edition."
      : "A row counts from the day of its publication where one is known, else from its day of effect, else from its edition.",
    undated > 0 && say("lists-on.rows-in-force-have", { undated: String(undated) }),
    ...[...new Set(readings.flatMap(({ caveats }) => caveats))].map((caveat) => {
      const of = readings.filter((reading) => reading.caveats.includes(caveat)).map(({ list, origin }) => `${list} (${origin})`);
      return `${of.join(", ")}: ${caveat}.`;
    }),
  );
}

/** Ownership is a flag with its date, never a finding. */
function affiliates(timeline: RuleTimeline, day: string): string {
  const rule = timeline.rules.find(({ id }) => id === affiliatesRule);
  const plain = "Firms owned by listed parties are found through their owners only where a loaded table of owners has them.";
  if (rule === undefined) return plain;
  const { state, until } = ruleState(rule, timeline, day);
  if (state === "not known yet") return plain;
  const { end } = timeline;
  const stands = state === "suspended" && until !== null ? say("lists-on.suspended-until", { until }) : state;
  return say("lists-on.the-us-rule-on", { plain, affiliatesRule, stands, day, end: end === null ? "" : say("lists-on.data-end", { end }) });
}
