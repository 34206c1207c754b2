import type { ScreenHit } from "../../answers/screen/screen-report.ts";
import { present } from "../../base/present.ts";
import { facts } from "../blocks.ts";
import { addressCell } from "../cell.ts";
import { standingWords } from "../controls/standing.ts";
import type { FactsBlock } from "../view.ts";

/** Why a row may be the party asked for, and what the list says of it. */
export function hitFacts(hit: ScreenHit, title: string): FactsBlock {
  const { issuer, listTitle, origin, entry, citation, url, footnotes, requirement, links, decision, place } = hit;
  return facts(title, [
    ["List", `${issuer} ${listTitle}, reading ${origin}`],
    ["Status", standingWords(hit.standing)],
    ["Matched by", matchedName(hit)],
    ["Place", place === "other" ? "listed in other economies than the one asked for" : null],
    ["Words", words(hit)],
    ["Cited", citation ?? addressCell(url) ?? "no citation and no address on the list"],
    ["Footnote", footnotes.join(", ")],
    ["Requirement", requirement],
    ["Stated links", links.map(({ relation, other, date }) => `${relation} ${other}${date === null ? "" : ` (${date})`}`).join("; ")],
    ["Entry", entry],
    ["Decision", decision && decidedWords(decision)],
  ]);
}

function matchedName({ name, matchedName: by, matchedNameFrom: from }: ScreenHit): string | null {
  if (from === null) return by === name ? null : `the name "${by}"`;
  return `the name "${by}" of ${from.organisation} in the atlas (source ${from.source ?? "unknown"}), listed as "${from.by}" by rule ${from.rule}`;
}

function words({ words: matched, onlyAsked, onlyListed, numeralsDiffer }: ScreenHit): string {
  return present(
    matched.map(({ asked, listed, rule }) => (asked === listed ? `${asked} (${rule})` : `${asked} = ${listed} (${rule})`)).join(", "),
    onlyAsked.length > 0 && `only asked: ${onlyAsked.map(({ word }) => word).join(" ")}`,
    onlyListed.length > 0 && `only listed: ${onlyListed.map(({ word }) => word).join(" ")}`,
    numeralsDiffer && "numbers differ",
  ).join("; ");
}

/** `decided true on 2026-01-02: note`. */
export const decidedWords = ({ verdict, decidedAt, note }: NonNullable<ScreenHit["decision"]>): string =>
  `decided ${verdict} on ${decidedAt.slice(0, 10)}${note === null ? "" : `: ${note}`}`;
