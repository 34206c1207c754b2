import type { PatentCard } from "../../answers/patents/patent-card.ts";
import { count, counted, number, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { type Section, section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { patentCitationLines, patentCitationSections } from "./patent-citations.ts";

/** All that is known of one patent document. */
export function patentText(card: PatentCard, page: Page): string {
  const { style, width } = page;
  return [
    `${style.strong(card.title ?? "Title unknown")}  ${style.faint(card.document)}`,
    paragraph(card.finding, width),
    "",
    ...[...headLines(card), ...patentCitationLines(card), ...measureLines(card)].map((line) => paragraph(line, width, "  ")),
    ...[...factSections(card), ...patentCitationSections(card.citations), ...legalSections(card)].flatMap((each) => section(each, page)),
    "",
    ...placesOf(card).map((line) => paragraph(line, width)),
    paragraph(sourcesLine(card.evidence), width),
    ...card.evidence.limits.map((limit) => paragraph(limit, width)),
  ].join("\n");
}

function headLines(card: PatentCard): readonly string[] {
  if (!card.loaded) return [];
  const kinds = card.publications.flatMap(({ kind }) => kind ?? []);
  const granted = card.granted === null ? "grant unknown" : card.granted ? "granted" : "not granted";
  return [
    [card.office, card.type ?? "type unknown", granted, card.day ?? "day unknown", kinds.length > 0 ? `kind ${kinds.join(", ")}` : ""]
      .filter((part) => part !== "")
      .join(", "),
    `Filed ${card.filed ?? "unknown"}; priority ${card.priority ?? "unknown"}; application ${card.application ?? "unknown"}; family ${card.family ?? "unknown"}`,
    `Inventors: ${card.inventors.map(({ name, economy }) => (economy === null ? name : `${name} (${economy})`)).join("; ") || "not loaded"}`,
    `Classes: ${classesOf(card)}`,
    `Technologies: ${card.technologies.map(({ technology, rules }) => `${technology} (rule ${rules.join(", ")})`).join("; ") || "none by the rules"}`,
    inForceLine(card),
  ];
}

function classesOf({ classes }: PatentCard): string {
  if (classes.length === 0) return "not loaded";
  return classes.map(({ scheme, symbol, role }) => `${scheme.toUpperCase()} ${symbol}${role === null ? "" : ` ${role}`}`).join("; ");
}

const bases: Readonly<Record<NonNullable<PatentCard["inForce"]>["basis"], string>> = {
  "not-granted": "it is not granted, or not yet",
  ended: "an event ended it",
  term: "its term is over",
  events: "the events of its office are loaded, and none has ended it",
  survival: "survival of patents of its office and age",
  unknown: "nothing tells",
};

function inForceLine({ inForce }: PatentCard): string {
  if (inForce === null) return "In force: unknown";
  const chance =
    inForce.low === 1
      ? "yes"
      : inForce.high === 0
        ? "no"
        : inForce.low === null
          ? "unknown"
          : `chance ${percentRange(inForce.low, inForce.high)}`;
  return `In force on ${inForce.asOf}: ${chance} (${bases[inForce.basis]}); ${termText(inForce)}`;
}

function termText({ basis, termEnd, adjustmentDays }: NonNullable<PatentCard["inForce"]>): string {
  if (termEnd === null) return basis === "term" ? "counted from its grant, as its filing is unknown" : "end of term unknown";
  return `term to ${termEnd}, fees aside${adjustmentDays === null ? "; days of adjustment, if any, are unknown and come on top" : ""}`;
}

function measureLines({ network, text }: PatentCard): readonly string[] {
  const rank = network === null ? "unknown" : number(network.pagerank);
  const beauty =
    network?.sleepingBeauty == null
      ? "unknown"
      : `${number(network.sleepingBeauty)}, woke after ${counted(network.awakening ?? 0, "year")}`;
  return [
    `PageRank: ${rank}; sleeping beauty: ${beauty}`,
    text === null
      ? "Text novelty and impact: unknown, no abstract in English is loaded"
      : `Text: backward similarity ${number(text.backward)}, forward ${number(text.forward5y)} in 5 and ${number(text.forward10y)} in 10 years, impact ${number(text.impact)}${text.breakthrough === true ? ", a breakthrough" : ""}`,
  ];
}

function factSections(card: PatentCard): readonly Section[] {
  return [
    {
      title: "Holders",
      columns: [
        { title: "role" },
        { title: "as printed", flexible: true },
        { title: "holder", flexible: true },
        { title: "organisation", flexible: true },
        { title: "economy" },
        { title: "rule" },
      ],
      rows: card.holders.map((line) => [
        line.role,
        line.printed,
        line.name ?? "",
        line.organisation ?? "",
        line.economy ?? "",
        line.rule ?? "",
      ]),
    },
  ];
}

function legalSections(card: PatentCard): readonly Section[] {
  const sections: Section[] = [
    {
      title: "Refusals over it, and of its own application",
      columns: [{ title: "application" }, { title: "refused" }, { title: "cited" }, { title: "ground", flexible: true }, { title: "date" }],
      rows: card.blocks.map(({ application, refused, cited, ground, date }) => [
        application,
        refused ?? "",
        cited ?? "",
        ground ?? "",
        date ?? "",
      ]),
    },
    {
      title: "Suits and cases that name it",
      columns: [
        { title: "id" },
        { title: "forum" },
        { title: "kind" },
        { title: "plaintiff", flexible: true },
        { title: "defendant", flexible: true },
        { title: "outcome", flexible: true },
      ],
      rows: card.cases.map(({ id, forum, kind, plaintiff, defendant, outcome }) => [
        id,
        forum,
        kind,
        plaintiff ?? "",
        defendant ?? "",
        outcome ?? "",
      ]),
    },
    {
      title: "Legal events",
      columns: [{ title: "date" }, { title: "event" }, { title: "code" }, { title: "note", flexible: true }],
      rows: card.events.map(({ date, kind, code, note }) => [date ?? "unknown", kind, code ?? "", note ?? ""]),
    },
    {
      title: "Linked applications",
      columns: [{ title: "relation" }, { title: "other" }, { title: "date" }],
      rows: card.links.map(({ relation, other, date }) => [relation, other, date ?? ""]),
    },
  ];
  return sections.map((each) => ({ ...each, none: "none loaded" }));
}

function placesOf({ records }: PatentCard): readonly string[] {
  if (records.length === 0) return [];
  return [`Read from ${listed(records.map(({ file, record, load }) => `${file}, record ${count(record)} (load ${load})`))}.`];
}
