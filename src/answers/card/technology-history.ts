import { z } from "zod";
import { fullDay } from "../../base/days.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { LoadedShare } from "../../measure/supply/share-entries.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { evidenceSchema, type Grade, gradeSchema } from "../shared/evidence.ts";
import { evidenceOf, weakest } from "../shared/evidence-of.ts";
import { holderNames } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireTechnology } from "../shared/require-technology.ts";
import { list, object } from "../shared/schema.ts";

/** One figure of what a holder has of world supply. */
export const shareLineSchema = object({
  holder: z.string(),
  name: z.string(),
  kind: z.enum(["economy", "organisation", "joint", "region", "unspecified"]),
  low: z.number().nullable(),
  high: z.number().nullable(),
  flag: z.string().nullable(),
  year: z.number().nullable(),
  known: z.string().nullable().describe("since when it was known"),
  grade: gradeSchema,
  source: z.string().nullable(),
  dataset: z.string(),
  note: z.string().nullable(),
});
type ShareLine = z.infer<typeof shareLineSchema>;

const historyLineSchema = object({
  ...shareLineSchema.unwrap().shape,
  basis: z.enum(["headquarters", "production", "sales"]),
  edition: z.string().nullable().describe("of the load it stands in"),
  used: z.boolean().describe("whether the model reads it on the day of the map"),
});

/** Shares of a technology of all dates and of all loaded editions that were known on the day, newest first. */
export const technologyHistorySchema = object({
  technology: z.string(),
  name: z.string(),
  finding: z.string(),
  asOf: z.string(),
  lines: list(historyLineSchema),
  evidence: evidenceSchema,
});
export type TechnologyHistory = z.infer<typeof technologyHistorySchema>;

/** Shares of a technology of all dates, as known on the day of the map. Throws LM_TECHNOLOGY_UNKNOWN. */
export async function answerHistory(read: ReadModel, workspace: Workspace, wanted: string): Promise<TechnologyHistory> {
  const { id, name, supply } = requireTechnology(read, wanted);
  const usedRows = new Set(supply?.rows.map(keyOf) ?? []);
  const used = new Set(read.loads.map(({ id: load }) => load));
  const loads = (await workspace.status()).filter(
    (load) => (load.tables.share ?? 0) > 0 && (used.has(load.id) || load.edition === null || fullDay(load.edition) <= read.map.asOf),
  );
  const rows = await Promise.all(
    loads.map(async ({ id: load, source, edition }) =>
      (await workspace.allRows("share", load))
        .filter((row) => row.technology === id && read.isKnown(row))
        .map(read.told)
        .map((row) => ({ share: { ...row, dataset: source } as LoadedShare, edition, key: keyOf(row) })),
    ),
  );
  const unique = new Map(rows.flat().map((each) => [`${each.share.dataset}|${each.edition}|${each.key}`, each]));
  const lines = [...unique.values()]
    .map(({ share, edition, key }) => ({
      ...shareLine(read, share),
      basis: share.basis as "production",
      edition,
      used: usedRows.has(key),
    }))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (b.known ?? "").localeCompare(a.known ?? "") || (b.low ?? 0) - (a.low ?? 0));
  return {
    technology: id,
    name,
    finding: findingOf(name, lines),
    asOf: read.map.asOf,
    lines,
    evidence: evidenceOf(read, {
      grade: weakest(lines.map(({ grade }) => grade)),
      sources: lines.map(({ source }) => source),
      rules: ["method:shares"],
      limits: ["Sources count differently; a change between two of them need not be a change in the market."],
    }),
  };
}

const keyOf = (row: Omit<LoadedShare, "dataset">): string =>
  [row.holder, row.holder_kind, row.basis, row.year, row.low, row.high, row.source].join("|");

function findingOf(name: string, lines: TechnologyHistory["lines"]): string {
  const years = [...new Set(lines.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  if (years.length === 0) return say("technology-history.no-share-of-is", { name });
  const holder = lines.find(({ used, low }) => used && low !== null) ?? lines[0]!;
  const own = lines.filter((line) => line.holder === holder.holder && line.basis === holder.basis && line.low !== null);
  const [last, first] = [own[0], own.at(-1)];
  const course =
    first !== undefined && last !== undefined && first.year !== last.year
      ? say("technology-history.had-in-and-in", {
          name: holder.name,
          low: percentRange(first.low, first.high),
          year: String(first.year),
          lastLow: percentRange(last.low, last.high),
          lastYear: String(last.year),
        })
      : "";
  return `${say("technology-history.shares-of-on-record", { shares: lines.length, name, years: years.length === 1 ? String(years[0]) : say("technology-history.years-from-to", { years: String(years.length), yearsOther: String(years[0]), yearsThen: String(years.at(-1)) }) })}${course}`;
}

export function shareLine(read: ReadModel, share: LoadedShare): ShareLine {
  return {
    holder: share.holder,
    name: holderNames(read, share.holder),
    kind: share.holder_kind as ShareLine["kind"],
    low: share.low,
    high: share.high,
    flag: share.flag,
    year: share.year,
    known: read.knownSince(share),
    grade: share.grade as Grade,
    source: share.source,
    dataset: share.dataset,
    note: share.note,
  };
}
