import { unitsWord } from "../../answers/patents/patent-coverage.ts";
import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { count, counted, number, percent, percentInterval } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { type Section, section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { patentSections } from "./patent-sections.ts";

/** Who holds the patents of a technology, which of them others build on, and what lapses when. */
export function technologyPatentsText(report: TechnologyPatents, page: Page): string {
  const { style, width } = page;
  const { technology, coverage, evidence } = report;
  return [
    `${style.strong(`Patents of ${technology.name}`)}  ${style.faint(technology.id)}`,
    paragraph(report.finding, width),
    paragraph(coverageLine(report), width),
    ...[holders(report), weights(report), ...patentSections(report), names(report)].flatMap((each) => section(each, page)),
    "",
    paragraph(
      `Rules that chose them: ${coverage.rules.map(({ rule, documents }) => `${rule} (${count(documents)})`).join(", ") || "none"}.`,
      width,
    ),
    paragraph(sourcesLine(evidence), width),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
  ].join("\n");
}

function coverageLine({ coverage, scope, jurisdiction }: TechnologyPatents): string {
  const offices = coverage.offices.map(({ office, documents }) => `${office} ${count(documents)}`).join(", ") || "none";
  const also = scope.length > 1 ? ` With those of ${scope.slice(1).join(", ")}.` : "";
  return (
    `${counted(coverage.documents, "document")} (${offices}) in ${count(coverage.units)} ${unitsWord(coverage, coverage.units)}` +
    `${jurisdiction === null ? "" : ` at ${jurisdiction}`}: ${count(coverage.withHolder)} with a holder, ${count(coverage.withReferences)} with known references, ` +
    `${count(coverage.withFiling)} with a day of filing, ${count(coverage.withEvents)} with a legal event.${also}`
  );
}

const basis = (level: number): string => `shares with the ${percent(level)} interval of a bootstrap, where it has a width`;

function holders({ holders: lines, holdersTotal, shareBasis, coverage }: TechnologyPatents): Section {
  const family = coverage.withFamily > 0 ? "families" : "publications";
  return {
    title: `Holders by number of ${unitsWord(coverage)}, first ${lines.length} of ${count(holdersTotal)} (${basis(shareBasis.level)})`,
    columns: [
      { title: "holder", flexible: true },
      { title: "seat" },
      { title: "patents", align: "right" },
      { title: family, align: "right" },
      { title: `of all ${family}`, align: "right" },
      { title: "of those unexpired", align: "right" },
      { title: "cited by others", align: "right" },
    ],
    rows: lines.map(({ name, economy, documents, units, shares, citedByOthers }) => [
      name,
      economy ?? "",
      count(documents),
      count(units),
      shareText(shares.count),
      shareText(shares.countUnexpired),
      count(citedByOthers),
    ]),
    none: "nobody is known to hold one",
  };
}

function weights({ holders: lines, shareBasis, coverage }: TechnologyPatents): Section {
  const { units, withoutHolder, withoutWeight, variant } = shareBasis;
  const known = units - withoutHolder - withoutWeight;
  return {
    title: `What others build on, by holder (weight: ${variant}, known of ${count(known)} of ${count(units)} ${unitsWord(coverage)})`,
    columns: [
      { title: "holder", flexible: true },
      { title: "of weight", align: "right" },
      { title: "unexpired", align: "right" },
      { title: "rests on", align: "right" },
      { title: "originality", align: "right" },
      { title: "rests on", align: "right" },
      { title: "follow-up", align: "right" },
    ],
    rows: lines.map(({ name, shares, citations, originality, originalityReferences, followUp }) => [
      name,
      shareText(shares.weight),
      shareText(shares.weightUnexpired),
      counted(citations, "citation"),
      number(originality.mean),
      `${counted(originality.documents, "patent")}, ${count(originalityReferences)} classed references`,
      followUpText(followUp),
    ]),
    none: "nobody is known to hold one",
  };
}

/** A part of families with how many are known, `20% of 15`. */
export function followUpText({ share, followUps, others }: TechnologyPatents["followUp"]): string {
  const known = count(followUps + others);
  return share === null ? `unknown (${known} known)` : `${percent(share)} of ${known}`;
}

/** A share with its interval, `31% (20-44)`; alone where it has none; or `unknown`. */
export function shareText(share: TechnologyPatents["holders"][number]["shares"]["weight"]): string {
  if (share === null) return "unknown";
  // Where one has all that is known, or nothing, no resample differs: that is no certainty.
  if (share.low === share.high) return percent(share.value);
  return percentInterval([share.low, share.value, share.high]);
}

function names({ holders: lines }: TechnologyPatents): Section {
  return {
    title: "Names as printed",
    columns: [
      { title: "holder", flexible: true },
      { title: "names, with the rule that joined each", flexible: true },
    ],
    rows: lines.map((line) => [line.name, line.names.map(({ name, rule }) => `${name} (${rule})`).join("; ")]),
  };
}
