import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outermostKeys, seenFile } from "../../../src/sources/format/seen-file.ts";
import { usptoCitations } from "../../../src/sources/patents/uspto/uspto-citations.ts";
import { folderOf } from "../support.ts";

describe("what a file seems to be", () => {
  test.each([
    ["a.xml", '<?xml version="1.0"?><!-- <b> --><pat:Thing a="1"><c/></pat:Thing>', "xml", "its outermost element is <pat:Thing>"],
    [
      "r.xml",
      '<response><lst name="responseHeader"/></response>',
      "xml",
      "its outermost element is <response>, as of a search server's answer",
    ],
    [
      "s.xml",
      '<response><lst name="responseHeader"/><doc><str name="reelNo">1</str></doc></response>',
      "xml",
      "its outermost element is <response>, as of an answer of the USPTO's search of assignments; as a table with reel, frame, assignors, assignees and patent they load as `litigation`",
    ],
    ["a.html", "<!DOCTYPE html><html><body/></html>", "xml", "it is a page of a website (HTML)"],
    ["a.json", '{"count": 1, "bag": [{"deep": "x"}], "id": "a\\"b"}', "json", 'it is JSON, an object with "count", "bag" and "id"'],
    ["b.json", '[{"x": {"y": 1}, "z": "<span>"}, {"w": 1}]', "json", 'it is JSON, a list of objects with "x" and "z"'],
    ["c.json", "[1, 2]", "json", "it is JSON, a list that does not begin with an object"],
    ["a.csv", "one;two;three\n1;2;3\n", "table", 'it is a table of 3 columns; it begins with "one", "two" and "three"'],
    ["a.txt", "Some words.\nMore.\n", "other", "it is text without columns"],
    ["a.pdf", "%PDF-1.7 x", "other", "it is a PDF; its text is not read"],
    ["a.xlsx", "PK\u0003\u0004x", "other", "it is a spreadsheet; save its table as CSV (UTF-8)"],
    ["empty.csv", "", "other", "it is empty, or nothing in it can be read"],
  ])("%s", async (name, content, kind, words) => {
    expect(await seenFile(`${await folderOf({ [name]: content })}/${name}`)).toEqual({ kind, words });
  });

  test("the outermost keys of any object, and of a list of it, as JSON.parse has them", () => {
    const key = fc
      .string({ minLength: 1 })
      .filter((text) => text !== "__proto__" && !/^\d+$/.test(text) && JSON.stringify(text) === `"${text}"`);
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue(), { minKeys: 1 }), fc.constantFrom(0, 2), (value, indent) => {
        const keys = Object.keys(value);
        expect(outermostKeys(JSON.stringify(value, null, indent))).toEqual({ list: false, keys });
        expect(outermostKeys(JSON.stringify([value, { other: 1 }], null, indent))).toEqual({ list: true, keys });
      }),
    );
  });

  test("a table that nearly fits is told what it lacks, and which of its columns may be that", async () => {
    const folder = await folderOf({ "c.csv": "citing_guid,citing_docnumber,sequence,cited_us_number,cited_type\na,b,1,c,d\n" });
    await expect(usptoCitations.files([`${folder}/c.csv`])).rejects.toMatchObject({
      message: expect.stringContaining(
        'of the table of citations, which is nearest, it lacks "citing_doc_number" (its "citing_docnumber" may be that)',
      ),
      details: { missing: ["citing_doc_number"], near: { citing_doc_number: "citing_docnumber" } },
    });
  });
});
