import type { ErrorCode, LevermapError } from "../../base/errors.ts";
import type { Link } from "../../report/view.ts";
import type { Step } from "../page.ts";
import { pathOf } from "../paths.ts";

/** What a fault is about, where its near names lead to pages. */
const kinds: Partial<Record<ErrorCode, Exclude<Link["to"], "url">>> = {
  LM_TECHNOLOGY_UNKNOWN: "technology",
  LM_ECONOMY_UNKNOWN: "economy",
  LM_ORGANISATION_UNKNOWN: "organisation",
  LM_PATENT_UNKNOWN: "patent",
  LM_HOLDER_UNKNOWN: "holder",
  LM_SCENARIO_UNKNOWN: "scenario",
  LM_PLAN_UNKNOWN: "plan",
};

/** Pages of what was perhaps meant, as the message of a fault names them. */
export function meantPages({ code, details }: LevermapError): readonly Step[] {
  const { near, called = near, kind } = details as { readonly near?: unknown; readonly called?: unknown; readonly kind?: unknown };
  const to = kind === "organisation" ? kind : kinds[code];
  if (to === undefined || !Array.isArray(near) || !Array.isArray(called)) return [];
  return near.map((id, at) => ({ label: String(called[at]), path: pathOf({ to, id: String(id) }) }));
}
