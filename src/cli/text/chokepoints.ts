import type { Chokepoint, ChokepointReport } from "../../answers/supply/chokepoint-report.ts";
import { percentInterval, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { sourcesLine } from "../page/sources.ts";
import { type TableColumn, table } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";
import { chokepointDetails } from "./chokepoint-details.ts";

const columns: readonly TableColumn[] = [
  { title: "#", align: "right" },
  { title: "order", align: "right" },
  { title: "technology", flexible: true },
  { title: "score" },
  { title: "who" },
  { title: "share %", align: "right" },
  { title: "why", flexible: true },
  { title: "growth" },
];

/** The finding, the ranked weak links, what is not known, and what it rests on. */
export function chokepointsText(report: ChokepointReport, page: Page, details = false): string {
  const { style, width } = page;
  const shown = report.ranked.length < report.total ? `The first ${report.ranked.length} of ${report.total} technologies. ` : "";
  return [
    style.strong(paragraph(report.finding, width)),
    "",
    report.ranked.length > 0 ? table(columns, report.ranked.map(line), page) : "No technology has a known share.",
    "",
    ...(details ? report.ranked.flatMap((entry) => [chokepointDetails(entry, page), ""]) : []),
    paragraph(
      `${shown}Order: the place with every interval at its favourable, and at its adverse end. Growth "at once": new capacity stops at once.`,
      width,
    ),
    ...(report.finalProducts.length > 0
      ? [
          "",
          paragraph("Final products withheld from their users: part of the use that is lost", width),
          table(columns, report.finalProducts.map(line), page),
        ]
      : []),
    ...notApplicableLines(report.notApplicable, width),
    ...unknownLines(report.unknown, width),
    paragraph(sourcesLine(report.evidence), width),
  ].join("\n");
}

function line(entry: Chokepoint): string[] {
  const { rank, score, holder, growth } = entry;
  const ends = [rank.low, rank.high].sort((a, b) => a - b);
  return [
    String(rank.mid),
    `${ends[0]}-${ends[1]}`,
    entry.name,
    percentInterval(score),
    holder?.economy ?? "nobody",
    holder?.share == null
      ? ""
      : percentRange(holder.share, holder.high ?? holder.share)
          .replace(" to ", "-")
          .replace("%", ""),
    why(entry),
    growth ? "at once" : "",
  ];
}

const short: Readonly<Record<Chokepoint["causes"][number]["kind"], string>> = {
  place: "made there",
  share: "seated there",
  reach: "its rules reach supply made elsewhere",
  control: "",
  unused: "no final product needs it yet",
};

/** The causes in few words; the JSON has them in full. */
function why({ causes, withheld, top }: Chokepoint): string {
  const issuers = [...new Set(withheld.map((control) => control.issuer))];
  const controlled = issuers.length > 0 ? `controlled by ${listed(issuers)}` : "";
  const members = top === null ? "through its members" : "";
  return [...new Set([members, ...causes.map(({ kind }) => short[kind]), controlled])].filter((cause) => cause !== "").join("; ");
}

function notApplicableLines(list: ChokepointReport["notApplicable"], width: number): string[] {
  const reasons = [...new Set(list.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const names = list.filter((entry) => entry.reason === reason).map(({ technology }) => technology);
    return paragraph(`Not applicable, since ${reason}: ${names.join(", ")}.`, width);
  });
}

function unknownLines(unknown: readonly string[], width: number): string[] {
  if (unknown.length === 0) return [];
  const one = unknown.length === 1;
  const head = one ? "1 technology has no known share; its score" : `${unknown.length} technologies have no known share; their scores`;
  return [paragraph(`${head} may be anything from 0 to 100%: ${unknown.join(", ")}.`, width)];
}
