import type { Rule } from "./merge.ts";

/** Legal force of a document: a rule, not binding by itself, or unknown. */
export type Force = "rule" | "none" | "not known";

/** Document types that make law. */
const lawmaking = /^(?:(?:interim )?(?:final )?rule|(?:ministerial )?(?:order|regulation|ordinance)|law|act)$/i;
const notBinding = /^proposed rule$|^(?:advance )?notice of proposed|^request for/i;
/** Title words of notices that inform, ask or propose. */
const tellsOnly =
  /\bproposed\b|\badvance notice\b|\brequest for (?:public )?comments?\b|\binvestigation\b|\bmeetings?\b|\binformation collection\b|^notice of\b|^publication of\b|\bhearings?\b|\binquiry\b/i;
/** Temporary orders without a loaded end. */
const forATime = /\btemporary\b.*\blicen[cs]es?\b|\btemporary denial\b/i;

/** Legal force by type, else title. The atlas holds rules only. Orders among notices, presidential documents and untyped ones may bind. */
export function forceOf({ origins, type, title, ends }: Rule): Force {
  if (forATime.test(title) && ends === null) return "not known";
  if (origins.includes("atlas") || lawmaking.test(type ?? "")) return "rule";
  if (notBinding.test(type ?? "") || (!/\border\b/i.test(title) && (type === "Notice" || tellsOnly.test(title)))) return "none";
  return "not known";
}
