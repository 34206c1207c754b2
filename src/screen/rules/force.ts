import type { Rule } from "./merge.ts";

/** How far a document binds: as a rule does, not by itself, or nobody can tell from what is loaded. */
export type Force = "rule" | "none" | "not known";

/** Types of documents that make law, of whichever issuer. */
const lawmaking = /^(?:(?:interim )?(?:final )?rule|(?:ministerial )?(?:order|regulation|ordinance)|law|act)$/i;
const notBinding = /^proposed rule$|^(?:advance )?notice of proposed|^request for/i;
/** Words of titles of notices that only tell, ask or propose. */
const tellsOnly =
  /\bproposed\b|\badvance notice\b|\brequest for (?:public )?comments?\b|\binvestigation\b|\bmeetings?\b|\binformation collection\b|^notice of\b|^publication of\b|\bhearings?\b|\binquiry\b/i;
/** A licence or an order for a time whose last day is not loaded. */
const forATime = /\btemporary\b.*\blicen[cs]es?\b|\btemporary denial\b/i;

/**
 * What a document is, by its type, else by its title. The atlas holds rules only, whatever their issuers call them. Orders that stand among the
 * notices, documents of a president and those without a type may bind; their last day is seldom loaded.
 */
export function forceOf({ origins, type, title, ends }: Rule): Force {
  if (forATime.test(title) && ends === null) return "not known";
  if (origins.includes("atlas") || lawmaking.test(type ?? "")) return "rule";
  if (notBinding.test(type ?? "") || (!/\border\b/i.test(title) && (type === "Notice" || tellsOnly.test(title)))) return "none";
  return "not known";
}
