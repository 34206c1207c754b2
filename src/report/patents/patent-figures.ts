import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, expectedCount, numberRange, percent, percentInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { said } from "../../base/words.ts";
import type { Cell, RichCell } from "../view.ts";

type Share = TechnologyPatents["holders"][number]["shares"]["weight"];
type FollowUp = TechnologyPatents["followUp"];
type Year = Pick<TechnologyPatents["expiry"]["years"][number], "byTerm" | "inForce" | "statusUnknown">;

/** A share with its interval, `31% (20 to 44%)`; alone where no resample differs, which is not certainty; or `unknown`. */
export function shareText(share: Share): string {
  if (share === null) return "unknown";
  return share.low === share.high ? percent(share.value) : percentInterval([share.low, share.value, share.high]);
}

/** The same with its bar. */
export const shareCell = (share: Share): RichCell => ({
  text: shareText(share),
  interval: share && [share.low, share.value, share.high],
});

/** An expected number, `3` or `2.1 to 4.5`. */
export const expected = ({ low, high }: { readonly low: number; readonly high: number }): string => numberRange(low, high);

/** The expected number in force of one year; documents of unknown status are named apart, never counted as 0. */
export function expectedOf({ byTerm, inForce, statusUnknown }: Year): string {
  if (statusUnknown > 0 && statusUnknown === byTerm) return "unknown";
  return statusUnknown > 0
    ? say("patent-figures.unknown", { expected: expected(inForce), statusUnknown: count(statusUnknown) })
    : expected(inForce);
}

/** How many of all applications are expected in force. */
export function inForceText({ low, high, known, unknown, notGranted = 0 }: Counted): string {
  const parts = said(
    known > 0 && say("patent-figures.expected-of-granted-applications", { low: expectedCount(low, high), applications: known }),
    unknown > 0 && say("patent-figures.unknown-for", { unknown: count(unknown) }),
    notGranted > 0 && say("patent-figures.not-granted", { notGranted: count(notGranted) }),
  );
  return parts.join("; ") || "no application";
}

type Counted = Omit<TechnologyPatents["inForce"], "notGranted"> & { readonly notGranted?: number };

/** The share of families that are follow-up, or `unknown`. */
export const followUpShare = ({ share }: FollowUp): string => (share === null ? "unknown" : percent(share));

/** What that share rests on. */
export const followUpBasis = ({ followUps, others, unknown }: FollowUp): string =>
  say("patent-figures.known-families-unknown", { followUps: count(followUps + others), unknown: count(unknown) });

/** A share of families with how many are known, `20% of 15`. */
export function followUpText({ share, followUps, others }: FollowUp): string {
  const known = count(followUps + others);
  return share === null ? say("patent-figures.unknown-known", { known }) : say("patent-figures.of", { share: percent(share), known });
}

/** What documents are, by right: applications, grants and families, each with its number. */
export const countFacts = (counts: TechnologyPatents["coverage"]["counts"]): readonly (readonly [string, string])[] =>
  counts.map(({ right, documents, applications, grants, families }) => [
    rightWords[right],
    say("patent-figures.documents-of-applications-granted", { documents, applications, grants: count(grants), families }),
  ]);

const rightWords = { invention: "Inventions", design: "Designs", plant: "Plants" } as const;

/** Names with the rule that joined each, `SOITEC (key)`. */
export const printedNames = (names: readonly { readonly name: string; readonly rule: string }[]): Cell =>
  names.map(({ name, rule }) => `${name} (${rule})`).join("; ");

/** Texts side by side; `null` where there is none. */
export const joined = (texts: readonly string[], by = ", "): string | null => texts.join(by) || null;
