import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Source } from "../../../../src/sources/format/source.ts";
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
}
