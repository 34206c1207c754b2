import type { HolderCard } from "../../answers/patents/holder-list.ts";
import { count, counted } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { type Section, section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { expected } from "./patent-sections.ts";

/** All that is known of one holder of patents. */
export function holderText(card: HolderCard, page: Page): string {
  const { style, width } = page;
  const { inForce, evidence } = card;
  const unknown = inForce.unknown > 0 ? `; of ${count(inForce.unknown)} it is unknown` : "";
  return [
    `${style.strong(card.name)}  ${style.faint(card.holder)}`,
    paragraph(
      `${card.economy ?? "seat unknown"}; ${card.organisation === null ? "no organisation of the atlas" : `organisation ${card.organisation}`}`,
      width,
    ),
    paragraph(
      `${counted(card.documents, "document")}, ${count(card.granted)} granted; cited ${count(card.citedBy)} times by loaded documents.`,
      width,
    ),
    paragraph(
      inForce.known === 0
        ? `In force on ${card.asOf}: unknown${inForce.unknown > 0 ? ` for ${count(inForce.unknown)}` : ""}.`
        : `In force on ${card.asOf}: ${expected(inForce)} of ${count(inForce.known)} expected${unknown}.`,
      width,
    ),
    ...[technologies(card), years(card), names(card), ...caseSections(card)].flatMap((each) => section(each, page)),
    "",
    paragraph(sourcesLine(evidence), width),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
  ].join("\n");
}

function technologies(card: HolderCard): Section {
  const rows = card.technologies.map(({ technology, name, documents }) => [technology, name, count(documents)]);
  if (card.unassigned > 0) rows.push(["", "of no technology of the map", count(card.unassigned)]);
  return {
    title: "Technologies; a document may be of several",
    columns: [{ title: "technology" }, { title: "name", flexible: true }, { title: "documents", align: "right" }],
    rows,
  };
}

const years = (card: HolderCard): Section => ({
  title: "Documents by year",
  columns: [{ title: "year" }, { title: "documents", align: "right" }],
  rows: card.years.map(({ year, documents }) => [year === null ? "unknown" : String(year), count(documents)]),
});

/** The newest cases on whose sides a holder stands. */
export function caseSections({ cases: newest, caseCount: { owner, other } }: Pick<HolderCard, "cases" | "caseCount">): readonly Section[] {
  if (newest.length === 0) return [];
  return [
    {
      title: `Suits, ITC cases, reviews, licences: owner of the patents in ${count(owner)}, other side in ${count(other)} (${count(newest.length)} newest)`,
      columns: [
        { title: "until" },
        { title: "side" },
        { title: "against", flexible: true },
        { title: "forum", flexible: true },
        { title: "about", flexible: true },
        { title: "ended for the owner", flexible: true },
        { title: "named as, by rule", flexible: true },
      ],
      rows: newest.map((one) => [
        one.decided ?? (one.filed === null ? "unknown" : `filed ${one.filed}`),
        one.side,
        one.against.map(({ name }) => name).join("; ") || "unknown",
        one.forum,
        one.technologies.join(", ") || (one.title ?? "unknown"),
        `${one.ended}: ${one.outcome ?? "not told"}`,
        `${one.printed} (${one.rule})`,
      ]),
    },
  ];
}

const names = (card: HolderCard): Section => ({
  title: "Names as printed",
  columns: [{ title: "name", flexible: true }, { title: "rule" }, { title: "documents", align: "right" }],
  rows: card.names.map(({ name, rule, documents }) => [name, rule, count(documents)]),
});
