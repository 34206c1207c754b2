import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { LevermapError } from "../../../../src/base/errors.ts";
import type { Source } from "../../../../src/sources/format/source.ts";
import { mutate } from "../../mutate.ts";
import { seeded } from "../../seeded.ts";
import { faults, folderOf, type Read, readAll } from "../../support.ts";
import { zipOf } from "../../zip.ts";

/** The text of an invented file of `test/fixtures`. */
export const fixture = (name: string): string => readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), "utf8");

/** Reads files of a folder as one source does and checks that every row fits its table. */
export async function readFiles(source: Source, files: Readonly<Record<string, string | Buffer>>): Promise<Read> {
  const found = await readAll(source, [await folderOf(files)]);
  expect(found.rows.flatMap(faults)).toEqual([]);
  return found;
}

/** Each of the seven layouts gets its part of the mutations. */
const rounds = Math.ceil(Number(process.env.LEVERMAP_MUTATIONS ?? 400) / 7);

async function outcome(source: Source, files: Readonly<Record<string, string | Buffer>>): Promise<string | readonly string[]> {
  const folder = await folderOf(files);
  try {
    const { rows, rejects } = await readAll(source, [folder]);
    const wrong = rows.flatMap(faults);
    const bad = rejects.filter(({ excerpt, line, reason }) => excerpt.length > 200 || line < 1 || reason === "");
    return wrong.length + bad.length > 0 ? [...wrong, ...bad.map((each) => JSON.stringify(each))] : rejects.length > 0 ? "rejects" : "rows";
  } catch (error) {
    if (error instanceof LevermapError && error.code !== "LM_INTERNAL") return "error";
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tests that a broken XML file of a source ends in rejects with a place, whatever broke it, and that packed files give the same rows. */
export function hostileXml(source: Source, name: string): void {
  const text = fixture(name);

  test("a packed file and an archive give the same rows", async () => {
    const plain = await readFiles(source, { "a.xml": text });
    const packed = await readFiles(source, { "a.xml.gz": gzipSync(text) });
    const zipped = await readFiles(source, { "a.zip": zipOf({ "index.xml": "<index/>", "in/a.xml": text, "in/page.pdf": "%PDF" }) });
    expect(packed.rows.map(({ row }) => row)).toEqual(plain.rows.map(({ row }) => row));
    expect(zipped.rows.map(({ row }) => row)).toEqual(plain.rows.map(({ row }) => row));
    expect(zipped.rejects).toHaveLength(plain.rejects.length);
  });

  test("a file cut off in its last record gives a reject for it", async () => {
    const end = text.lastIndexOf("</", text.lastIndexOf("</") - 1);
    const { rejects } = await readFiles(source, { "a.xml": text.slice(0, end) });
    expect(rejects.at(-1)?.reason).toMatch(/ends too early|unclosed|unexpected end/);
  });

  test("bytes of another encoding are a reject", async () => {
    const at = text.indexOf("</", text.length / 2);
    const bytes = Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(text.slice(at))]);
    const { rejects } = await readFiles(source, { "a.xml": bytes });
    expect(rejects.some(({ reason }) => /not UTF-8/.test(reason))).toBe(true);
  });

  test("an entity bomb is refused", async () => {
    const root = /<([a-zA-Z:-]+)[\s>]/.exec(text.replace(/<\?[^>]*\?>|<!DOCTYPE[^>]*>/g, ""))?.[1] ?? "";
    const bomb = `<!DOCTYPE ${root} [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const body = text.replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>]*>/g, "");
    const at = body.indexOf("</", body.length / 2);
    const { rejects, rows } = await readFiles(source, {
      "a.xml": `<?xml version="1.0" encoding="UTF-8"?>${bomb}${body.slice(0, at)}&b;${body.slice(at)}`,
    });
    expect(rejects.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("aaaaaaaaaa");
  });

  test(`mutated ${rounds} times it never crashes`, async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const { mutated, how } = mutate({ "a.xml": text }, seeded(round * 7919 + name.length));
      const found = await outcome(source, mutated);
      expect(typeof found === "string" ? [] : found, `round ${round}: ${how.join(", ")}`).toEqual([]);
      outcomes.add(String(found));
    }
    expect(outcomes.size).toBeGreaterThan(1);
  });
}
