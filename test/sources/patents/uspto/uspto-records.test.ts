import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readElements } from "../../../../src/sources/format/xml-reader.ts";
import { rowsOf, usptoLayout } from "../../../../src/sources/patents/uspto/uspto.ts";
import { realData } from "../../support.ts";
import { usptoFixture } from "./uspto-fixtures.ts";

/** Rows of a record that is read whole, by the parser alone. */
const wholeRows = (bytes: Buffer): unknown => rowsOf(readElements(bytes.toString()), { file: "f", line: 1 });

const layoutOf = (bytes: Buffer) => usptoLayout(bytes.toString("latin1"));

const shortRows = (bytes: Buffer): unknown => layoutOf(bytes)?.rows(bytes, { file: "f", line: 1 }, new Map());

test.each(["grant-v40.xml", "patdoc-v25.xml"])("leaving long texts out before decoding changes no row of %s", (name) => {
  expect(shortRows(usptoFixture(name))).toEqual(wholeRows(usptoFixture(name)));
});

const real = realData("patents/uspto-xml");

test.skipIf(real.absent)(`nor of the real files of ${real.path}`, () => {
  const files = ["grant-v4", "grant-sgml", "application"].flatMap((folder) =>
    readdirSync(join(real.path, folder)).map((name) => readFileSync(join(real.path, folder, name))),
  );
  expect(files.length).toBeGreaterThan(10);
  for (const bytes of files) expect(shortRows(bytes)).toEqual(wholeRows(bytes));
});

test("layouts are told by content; other texts are none", () => {
  expect(layoutOf(usptoFixture("greenbook.txt"))?.endless).toBe(true);
  expect(layoutOf(usptoFixture("patdoc-v24.sgml"))?.marks.weak).toContain("<PATDOC");
  expect(layoutOf(Buffer.from("<cn-patent-document/>"))).toBeNull();
  expect(layoutOf(Buffer.from("PATN\nno number"))).toBeNull();
  expect(layoutOf(Buffer.alloc(0))).toBeNull();
});
