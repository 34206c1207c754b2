import { createHash } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { sum } from "../../../base/numbers.ts";
import { requireSpace } from "../../files/disk-space.ts";
import type { PatentsViewTable } from "../tables/patentsview.ts";
import { followerReferences } from "../tables/patentsview-layouts.ts";
import { CorpusSelection } from "./corpus-selection.ts";
import type { CutClasses } from "./cut-classes.ts";
import { type Pass, type Passed, passTable } from "./cut-file.ts";

/** A table that was cut: the file it is of, the one it went to, its records (the header aside where it has one) and those kept. */
export interface CutTable extends Passed {
  readonly file: string;
  readonly path: string;
}

/** What a cut gave. */
export interface Cut {
  readonly classes: string;
  readonly documents: number;
  /** Documents outside the classes that cite one of them. */
  readonly followers: number;
  /** SHA-256 of the classes and of the documents that they chose. */
  readonly digest: string;
  readonly tables: readonly CutTable[];
}

/** A corpus takes at most this part of what the packed tables do, with some to spare. */
export const partOfPacked = 0.75;

/**
 * Cuts tables of PatentsView to the documents of some classes, while they are unpacked: reads those of classes, citations and patents twice,
 * every other once, and writes each that `CorpusSelection` keeps to `folder`, in the layout published, after a column with the record's number.
 * Throws LM_LOAD_UNRECOGNISED without a table of classes, LM_USAGE if nothing is in the classes, LM_DISK_SPACE, LM_FILE_UNREADABLE.
 */
export async function cutTables(tables: readonly PatentsViewTable[], classes: CutClasses, folder: string, effects: Effects): Promise<Cut> {
  const of = (name: string): readonly PatentsViewTable[] => tables.filter(({ layout }) => layout.name === name);
  if (of("classes").length === 0) {
    throw new LevermapError(
      "LM_LOAD_UNRECOGNISED",
      "There is no table of classes (g_cpc_current) among the files, by which the others are cut.",
    );
  }
  await mkdir(folder, { recursive: true });
  await requireSpace(
    folder,
    partOfPacked * sum(await Promise.all(tables.map(async ({ file }) => (await stat(file)).size))),
    "The cut tables",
  );
  const selection = new CorpusSelection();
  for (const table of of("classes")) await passTable(table, choosing(selection, classes), null, effects);
  if (selection.kept.size === 0) throw new LevermapError("LM_USAGE", `No patent of these tables is in the classes ${classes.label}.`);
  effects.log.info(`${selection.kept.size} patents are in the classes ${classes.label}.`);
  for (const table of of("citations")) await passTable(table, noting(selection), null, effects);
  const newest = { day: "", code: -1 };
  for (const table of of("patents")) await passTable(table, findingNewest(newest), null, effects);
  selection.follow(newest.code);
  const done: CutTable[] = [];
  for (const [name, passOf] of Object.entries(passes)) {
    for (const table of of(name)) {
      const path = join(folder, cutName(table, done));
      const passed = await passTable(table, passOf(selection), { path, classes: classes.label }, effects);
      done.push({ file: table.file, path, ...passed });
    }
  }
  const { kept, followers } = selection;
  const digest = createHash("sha256")
    .update(JSON.stringify(classes.patterns))
    .update(kept.sorted())
    .update(followers.sorted())
    .digest("hex");
  return { classes: classes.label, documents: kept.size, followers: followers.size, digest, tables: done };
}

/** As the file, without the ending of an archive. */
function cutName({ file, delimiter }: PatentsViewTable, done: readonly CutTable[]): string {
  const plain = basename(file).replace(/\.(zip|gz)$/i, "");
  const ending = delimiter === "," ? ".csv" : ".tsv";
  const name = /\.(csv|tsv|txt)$/i.test(plain) ? plain : plain + ending;
  return done.some(({ path }) => basename(path) === name) ? `${done.length}-${name}` : name;
}

const wide = /^([A-HY]\d{2}[A-Z]) *0*([1-9]\d{0,3}\/\d{2,6})$/;

/** Finds the documents of the classes. */
function choosing({ kept }: CorpusSelection, classes: CutClasses): Pass {
  const known = new Map<string, boolean>();
  const covered = (printed: string): boolean => {
    const found = known.get(printed);
    if (found !== undefined) return found;
    const covers = classes.covers(printed.trim().replace(wide, "$1$2"));
    known.set(printed, covers);
    return covers;
  };
  return {
    columns: ["patent_id", "cpc_group"],
    keep: (record) => {
      const document = record.code(0);
      if (!kept.has(document) && covered(record.text(1))) kept.add(document);
      return null;
    },
  };
}

/** Finds the newest document of all. */
const findingNewest = (newest: { day: string; code: number }): Pass => ({
  columns: ["patent_id", "patent_date"],
  keep: (record) => {
    const day = record.text(1);
    if (day > newest.day && wholeDay.test(day)) [newest.day, newest.code] = [day, record.code(0)];
    return null;
  },
});

const wholeDay = /^(19|20)\d{2}-\d{2}-\d{2}$/;

/** Finds their references and followers. */
const noting = (selection: CorpusSelection): Pass => ({
  columns: ["patent_id", "citation_patent_id"],
  keep: (record) => {
    selection.note(record.code(0), record.code(1));
    return null;
  },
});

const ofKept = ({ kept }: CorpusSelection): Pass => ({
  columns: ["patent_id"],
  keep: (record) => {
    const document = record.code(0);
    return document < 0 || kept.has(document) ? "" : null;
  },
});

/** How each table is cut, in this order: the references of followers are counted before their records are written. */
const passes: Readonly<Record<string, (selection: CorpusSelection) => Pass>> = {
  classes: ofKept,
  citations: (selection) => ({
    columns: ["patent_id", "citation_patent_id"],
    keep: (record) => {
      const citing = record.code(0);
      selection.countReference(citing);
      return selection.stays(citing, record.code(1)) ? "" : null;
    },
  }),
  "application citations": (selection) => ({
    columns: ["patent_id"],
    keep: (record) => {
      const citing = record.code(0);
      selection.countReference(citing);
      return citing < 0 || selection.kept.has(citing) ? "" : null;
    },
  }),
  patents: (selection) => ({
    columns: ["patent_id"],
    added: followerReferences,
    keep: (record) => {
      const document = record.code(0);
      if (document < 0 || selection.kept.has(document)) return "";
      return selection.followers.has(document) ? String(selection.referencesOf(document)) : null;
    },
  }),
  applications: ofKept,
  abstracts: ofKept,
  assignees: ofKept,
  inventors: ofKept,
  locations: () => ({ columns: [], keep: () => "" }),
};
