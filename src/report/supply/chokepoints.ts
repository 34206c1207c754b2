import type { Chokepoint, ChokepointReport } from "../../answers/supply/chokepoint-report.ts";
import { numberRange, percentInterval, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { note, section } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import { doubtNotes } from "../doubts.ts";
import { dependenceTable } from "../profile/profile-tables.ts";
import type { Block, Cell, Column, TableBlock, View } from "../view.ts";
import { remedyBlocks } from "./chokepoint-remedy.ts";
import { economyCell, nameOf, scoreBlocks } from "./chokepoint-score.ts";

/** Ranked technologies that are shown by default. */
const most = 12;

const columns: readonly Column[] = [
  { title: "#", align: "right" },
  { title: "places", align: "right" },
  { title: "technology", flexible: true },
  { title: "lost" },
  { title: "who" },
  { title: "share", align: "right", wide: true },
  { title: "why", flexible: true },
  { title: "growth lost" },
];

/** The finding, the ranked technologies, and as counts what is ranked apart, not applicable or unknown; its details name each. */
export function chokepointsView(report: ChokepointReport): View {
  const { finding, ranked, total, finalProducts, evidence } = report;
  const shown = ranked.length < total ? say("chokepoints.the-first-of", { ranked: String(ranked.length), total: String(total) }) : "";
  const limit = evidence.limits[0];
  const madeUnknown = report.dependsOn.length > 0;
  const main = table(
    report,
    madeUnknown
      ? say("chokepoints.order-by-the-loss", { months: String(report.months) })
      : say("chokepoints.mean-loss-over-months", { months: String(report.months), shown }),
    ranked,
    { most, none: report.unplaced.length > 0 ? "no technology has a place" : "no technology has a known share" },
  );
  return {
    finding,
    ...(limit === undefined ? {} : { limit }),
    blocks: [madeUnknown ? dependenceTable(report.dependsOn, { most }) : main, ...countsNote(report)],
    details: [
      ...(madeUnknown ? [main] : []),
      note(
        "Places: those that the draws do not tell apart. Lost: median, with the middle 80% of draws. Growth lost: new capacity not added by then, in parts of present output.",
      ),
      ...ranked.map((entry): Block => section(`${entry.rank?.mid ?? ""} ${entry.name}`.trim(), chokepointSections(entry, report))),
      ...(finalProducts.length > 0
        ? [table(report, "Final products withheld from their users: part of the use that is lost", finalProducts)]
        : []),
      ...(report.unplaced.length > 0
        ? [table(report, "On one document of shares older than five years, in no place", report.unplaced)]
        : []),
      ...ranked.flatMap(({ name, doubts }) => doubtNotes(name, doubts)),
      ...notApplicable(report),
      ...unknownNote(report),
    ],
    more: "causes, remedies and imports of each, final products, not applicable, unknown",
    evidence,
  };
}

/** What stands behind the score of one technology, and what could be done about it. */
export const chokepointSections = (entry: Chokepoint, report: Pick<ChokepointReport, "home" | "names" | "evidence">): readonly Block[] => [
  ...scoreBlocks(entry, report),
  ...remedyBlocks(entry, report),
];

function table(
  { names }: ChokepointReport,
  title: string,
  entries: readonly Chokepoint[],
  facts: Pick<TableBlock, "most" | "none"> = {},
): TableBlock {
  return { kind: "table", title, columns, rows: entries.map((entry) => row(entry, names)), ...facts };
}

function row(entry: Chokepoint, names: ChokepointReport["names"]): readonly Cell[] {
  const { rank, score, holder, growth, technology, name } = entry;
  return [
    rank === null ? "" : String(rank.mid),
    rank === null ? "" : numberRange(rank.low, rank.high),
    technologyCell(technology, name),
    { text: score === null ? "unknown" : percentInterval(score), interval: score },
    holder === null ? "none known" : economyCell(holder.economy, names),
    holder?.share == null ? "" : percentRange(holder.share, holder.high ?? holder.share),
    why(entry),
    growth && growth[2] > 0 ? { text: percentInterval(growth), interval: growth } : "",
  ];
}

const short: Readonly<Record<Chokepoint["causes"][number]["kind"], string>> = {
  place: "produced there",
  share: "headquartered there",
  reach: "its rules reach supply made elsewhere",
  control: "",
  unused: "no final product needs it yet",
};

/** The causes in few words. */
function why({ causes, withheld, top, doubts }: Chokepoint): string {
  const issuers = [...new Set(withheld.map((control) => control.issuer))];
  const controlled = issuers.length > 0 ? say("chokepoints.controlled-by", { issuers: listed(issuers) }) : "";
  const varieties = top === null ? "through its varieties" : "";
  return [...new Set([varieties, ...causes.map(({ kind }) => short[kind]), controlled, doubts.length > 0 ? "shares doubtful" : ""])]
    .filter((cause) => cause !== "")
    .join("; ");
}

function countsNote({ finalProducts, unplaced, notApplicable: none, unknown }: ChokepointReport): readonly Block[] {
  const counts = [
    ...(finalProducts.length > 0 ? [say("chokepoints.final-products-ranked-apart", { products: finalProducts.length })] : []),
    ...(unplaced.length > 0 ? [say("chokepoints.on-one-document-older", { unplaced: String(unplaced.length) })] : []),
    ...(none.length > 0 ? [say("chokepoints.technologies-not-applicable", { technologies: none.length })] : []),
    ...(unknown.length > 0 ? [say("chokepoints.with-no-known-share", { unknown: String(unknown.length) })] : []),
  ];
  return counts.length > 0 ? [note(say("chokepoints.besides-the-details-list", { counts: listed(counts) }))] : [];
}

function notApplicable({ notApplicable: none, names }: ChokepointReport): readonly Block[] {
  return [...new Set(none.map(({ reason }) => reason))].map((reason) => {
    const told = none.filter((entry) => entry.reason === reason).map(({ technology }) => nameOf(names, technology));
    return note(say("chokepoints.not-applicable-since", { reason, told: told.join(", ") }));
  });
}

function unknownNote({ unknown, names }: ChokepointReport): readonly Block[] {
  if (unknown.length === 0) return [];
  const told = unknown.map((id) => nameOf(names, id));
  return [note(say("chokepoints.no-known-share-so", { told: told.join(", ") }))];
}
