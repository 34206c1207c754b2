import { dayOf, endOf } from "../../base/days.ts";

interface Published {
  readonly published: string | null;
  readonly effective: string | null;
  readonly citation: string | null;
}

/** `85 FR 83420`, or `FR Doc. 2025-19846` where the page is not known. */
const inFederalRegister = /\d FR \d|\bFR Doc\. /;

/** Days for which documents of the Federal Register lie open before they are printed: assumed, the longest of a rule in the atlas. */
const mostDaysOpen = 7;

/**
 * Since when a rule or a control is known, `YYYY-MM-DD`: its publication, else its effect; a date of a month or a year counts from its last
 * day. Rules of the Federal Register are open to all on their day of effect, some days before they are printed. `null` without a date.
 */
export function knownFrom({ published, effective, citation }: Published): string | null {
  if (published === null) return effective === null ? null : endOf(effective);
  const [printed, begins] = [dayOf(published), dayOf(effective)];
  const isOpen = printed !== null && begins !== null && begins < printed && printed - begins <= mostDaysOpen;
  return isOpen && inFederalRegister.test(citation ?? "") ? effective : endOf(published);
}

/** Whether a rule or a control was known by a day; one without a date was. */
export const isKnownOn = (rule: Published, day: string): boolean => (knownFrom(rule) ?? day) <= day;
