import { join } from "node:path";
import { quietEffects } from "../../src/base/effects.ts";
import { type Row, type TableName, tables } from "../../src/base/tables.ts";
import { csvRows } from "../../src/sources/format/csv-rows.ts";

const atlas = join(import.meta.dirname, "../../data/atlas");

/** A patent that was read: the technologies it is of (none: an empty list). `held`: not looked at while tuning, but for one mistake (CFET) mended after. */
export interface Label {
  readonly document: string;
  readonly technologies: readonly string[];
  readonly held: boolean;
}

export async function labels(): Promise<readonly Label[]> {
  const rows = await cellsOf(join(import.meta.dirname, "labels/patent-technologies.csv"), ["document", "technology", "reason", "use"]);
  return rows.map(({ document, technology, use }) => ({
    document: document ?? "",
    technologies: technology === "none" ? [] : (technology ?? "").split(";"),
    held: use === "held",
  }));
}

/** A document labelled before the rules were revised; its title and classes where it is of no real file. */
export interface DocumentLabel extends Label {
  readonly source: string;
  /** What the second reading said, of the hundred that were read twice. */
  readonly second: readonly string[] | null;
  readonly seen: { readonly scheme: string; readonly classes: string; readonly title: string } | null;
}

export async function documentLabels(): Promise<readonly DocumentLabel[]> {
  const columns = ["document", "source", "technology", "second", "use", "scheme", "classes", "title"];
  const rows = await cellsOf(join(import.meta.dirname, "labels/technology-documents.csv"), columns);
  return rows.map(({ document = "", source = "", technology = "", second = "", use, scheme = "", classes = "", title = "" }) => ({
    document,
    source,
    technologies: named(technology),
    held: use === "held",
    second: second === "" ? null : named(second),
    seen: scheme === "" ? null : { scheme, classes, title },
  }));
}

const named = (cell: string): readonly string[] => (cell === "none" ? [] : cell.split(";"));

/** Cohen's kappa over all pairs of document and technology (Cohen 1960). */
export function kappa(pairs: readonly (readonly [readonly string[], readonly string[]])[], technologies: readonly string[]): number {
  let [both, first, second] = [0, 0, 0];
  for (const [one, other] of pairs) {
    for (const each of technologies) {
      const [a, b] = [one.includes(each), other.includes(each)];
      both += Number(a === b);
      first += Number(a);
      second += Number(b);
    }
  }
  const all = pairs.length * technologies.length;
  const chance = (first * second + (all - first) * (all - second)) / all ** 2;
  return (both / all - chance) / (1 - chance);
}

/** Rows of a file of the bundled atlas, empty cells as null, whole numbers as numbers where the table has them. */
export async function atlasRows<T extends TableName>(name: string, table: T): Promise<readonly Row<T>[]> {
  const columns = Object.entries(tables[table]);
  const rows = await cellsOf(join(atlas, name), Object.keys(tables[table]));
  const value = (cell: string | undefined, kind: string) => (cell ? (kind.startsWith("text") ? cell : Number(cell)) : null);
  return rows.map((row) => Object.fromEntries(columns.map(([column, kind]) => [column, value(row[column], kind)])) as unknown as Row<T>);
}

async function cellsOf(file: string, columns: readonly string[]): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for await (const row of csvRows(file, [], quietEffects)) {
    if ("kind" in row) throw new Error(`${file}:${row.line}: ${row.reason}`);
    rows.push(Object.fromEntries(columns.map((column) => [column, row.text(column)])));
  }
  return rows;
}

/** Right, wrong and missed assignments. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
}

/** Counts pairs of document and technology; a technology counts with the wider ones it is a part of. */
export function scores(
  pairs: readonly { readonly label: readonly string[]; readonly found: readonly string[] }[],
  wider: ReadonlyMap<string, string>,
): { readonly all: Score; readonly of: ReadonlyMap<string, Score> } {
  const of = new Map<string, Score>();
  const all = { right: 0, wrong: 0, missed: 0 };
  for (const { label, found } of pairs) {
    const [wanted, given] = [closed(label, wider), closed(found, wider)];
    for (const technology of new Set([...wanted, ...given])) {
      const score = of.get(technology) ?? { right: 0, wrong: 0, missed: 0 };
      const kind = !wanted.has(technology) ? "wrong" : given.has(technology) ? "right" : "missed";
      score[kind]++;
      all[kind]++;
      of.set(technology, score);
    }
  }
  return { all, of };
}

function closed(technologies: readonly string[], wider: ReadonlyMap<string, string>): ReadonlySet<string> {
  const all = new Set(technologies);
  for (const technology of all) {
    const above = wider.get(technology);
    if (above !== undefined) all.add(above);
  }
  return all;
}

/** Wilson's interval of a share at 95% (Wilson 1927); [0, 1] where there is nothing. */
export function wilson(hits: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const middle = (hits / of + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt(((hits / of) * (1 - hits / of)) / of + z ** 2 / (4 * of ** 2));
  return [middle - half, middle + half];
}

/** `0.88 [0.81, 0.92] of 141`. */
export function share(hits: number, of: number): string {
  const [low, high] = wilson(hits, of);
  return `${of === 0 ? "-" : (hits / of).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] of ${of}`;
}
