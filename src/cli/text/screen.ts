import type { ScreenHit, ScreenReport, ScreenResult } from "../../answers/screen/screen-report.ts";
import { counted, number } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { paragraph } from "../page/wrap.ts";
import { standingWords } from "./standing.ts";

/** Each name with the rows that it may be, then what was looked through and what that cannot tell. */
export function screenText(report: ScreenReport, page: Page): string {
  const { results, lists, asOf, by, statement, evidence } = report;
  return [
    ...results.flatMap((result) => [...resultLines(result, report, page), ""]),
    page.style.strong(paragraph(statement, page.width)),
    paragraph(`Looked through as of ${asOf}, by day of ${by === "effective" ? "effect" : "publication"}:`, page.width),
    ...lists.map(({ list, title, issuer, readings }) => {
      const told = readings.map(
        ({ origin, used, inForce }) => `${origin}${used === null ? "" : ` of ${used}`}, ${counted(inForce, "row")} in force`,
      );
      return paragraph(`  ${issuer} ${title} (${list}): ${told.join("; ")}`, page.width, "    ");
    }),
    ...evidence.limits.map((limit) => paragraph(limit, page.width)),
  ].join("\n");
}

function resultLines(
  { name, hits, total, decided, notInForce, fault, matched }: ScreenResult,
  { thresholds }: ScreenReport,
  page: Page,
): string[] {
  const { style } = page;
  if (fault !== null) return [style.strong(name), `${fault.code}: ${fault.message}`];
  const cut = total > hits.length ? `, the first ${hits.length}` : "";
  const aside = total > 0 && !matched ? ", all set aside by decisions" : "";
  const none = `no row in force scores ${number(thresholds.organisation)} (persons ${number(thresholds.person)}) or more; that is no clearance`;
  return [
    `${style.strong(name)}: ${total === 0 ? none : `${counted(total, "row")} in force${cut}${aside}`}`,
    ...hits.flatMap((hit) => hitLines(hit, page)),
    ...decided.map(({ decision, list, party, standing }) =>
      paragraph(`${decidedWords(decision)}: ${party} (${list}), ${standingWords(standing)}; entry ${decision.entry}`, page.width, indent),
    ),
    ...(notInForce.length > 0 ? ["Not in force on the day:", ...notInForce.flatMap((hit) => hitLines(hit, page))] : []),
  ];
}

const indent = "      ";

function hitLines(hit: ScreenHit, { width, style }: Page): string[] {
  const { score, listTitle, name, economies, issuer, entry, citation, footnotes, requirement, links, decision, url } = hit;
  const lines = [
    nameLine(hit),
    wordsLine(hit),
    `${standingWords(hit.standing)}; reading ${hit.origin}`,
    [
      citation === null ? (url === null ? "no citation and no address on the list" : `at ${url}`) : `cited: ${citation}`,
      footnotes.length === 0 ? "" : `footnote ${footnotes.join(", ")}`,
      requirement === null ? "" : `requirement: ${requirement}`,
    ]
      .filter((part) => part !== "")
      .join("; "),
    links.length === 0
      ? ""
      : `stated links: ${links.map(({ relation, other, date }) => `${relation} ${other}${date === null ? "" : ` (${date})`}`).join("; ")}`,
    `entry ${entry}`,
    decision === null ? "" : style.strong(decidedWords(decision)),
  ];
  const head = `${number(score)}  ${style.strong(name)}${economies.length > 0 ? ` (${economies.join(", ")})` : ""}, ${issuer} ${listTitle}`;
  return [
    paragraph(head, width, indent),
    ...lines.filter((line) => line !== "").map((line) => `${indent}${paragraph(line, width - indent.length, indent)}`),
  ];
}

const decidedWords = ({ verdict, decidedAt, note }: NonNullable<ScreenHit["decision"]>): string =>
  `decided ${verdict} on ${decidedAt.slice(0, 10)}${note === null ? "" : `: ${note}`}`;

function nameLine({ name, matchedName, matchedNameFrom, place }: ScreenHit): string {
  const from = matchedNameFrom;
  const atlas =
    from === null
      ? ""
      : `, a name of ${from.organisation} in the atlas (source ${from.source ?? "unknown"}), which is "${from.by}" on the list by rule ${from.rule}`;
  const elsewhere = place === "other" ? "; listed in other economies than the one asked for" : "";
  return matchedName === name && atlas === "" && elsewhere === "" ? "" : `by the name "${matchedName}"${atlas}${elsewhere}`;
}

function wordsLine({ words, onlyAsked, onlyListed, numeralsDiffer }: ScreenHit): string {
  const parts = [
    words.map(({ asked, listed, rule }) => (asked === listed ? `${asked} (${rule})` : `${asked} = ${listed} (${rule})`)).join(", "),
    onlyAsked.length === 0 ? "" : `only asked: ${onlyAsked.map(({ word }) => word).join(" ")}`,
    onlyListed.length === 0 ? "" : `only listed: ${onlyListed.map(({ word }) => word).join(" ")}`,
    numeralsDiffer ? "numbers differ" : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}
