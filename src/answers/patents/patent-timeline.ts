import type { FamilyMember } from "../../corpus/patent-family.ts";
import type { PatentRecord } from "../../corpus/patent-record.ts";
import { owesNoFees } from "../../measure/patents/in-force.ts";
import type { PatentCard } from "./patent-card.ts";

type Entry = PatentCard["timeline"][number];

/**
 * What is dated of a document and of its family, in order of days: priority, filings, publications and grants, events, hand-overs, cases and
 * the end of its term. What has no day is not in it. Days known in part stand before those within them.
 */
export function timelineOf(record: PatentRecord, family: readonly FamilyMember[], life: PatentCard["inForce"]): readonly Entry[] {
  const { document } = record;
  const own = (day: string | null, what: string, of = document.document): readonly Entry[] => (day === null ? [] : [{ day, what, of }]);
  const entries = [
    ...own(document.priority, "earliest priority"),
    ...record.publications.flatMap(({ published, kind }) => own(published, kind === null ? "published" : `published as ${kind}`)),
    ...family.flatMap((member) => [
      ...own(member.filed, "filed", member.document),
      ...(member.document === document.document ? [] : own(member.day, member.granted === 1 ? "granted" : "published", member.document)),
    ]),
    ...record.events.flatMap(({ date, kind, code, note }) => own(date, [kind, code, note].filter((part) => part !== null).join(", "))),
    ...record.cases.flatMap(({ kept }) => [
      ...own(kept.filed, `${kept.kind} begins`, kept.id),
      ...own(kept.decided, `${kept.kind} decided`, kept.id),
    ]),
    ...own(life?.termEnd ?? null, owesNoFees(document) ? "term ends" : "term ends if fees are paid"),
  ];
  const distinct = new Map(entries.map((entry) => [`${entry.day} ${entry.of} ${entry.what}`, entry]));
  return [...distinct.values()].sort((a, b) => compare(a.day, b.day));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
