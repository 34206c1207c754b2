import { beforeAll, describe, expect, test } from "vitest";
import type { ItemRows } from "../../../src/screen/items/book.ts";
import { licenceQuestion } from "../../../src/screen/items/licence.ts";
import { readReason } from "../../../src/screen/items/reasons.ts";
import { namedParagraphs } from "../../../src/screen/items/scope.ts";
import { inventedCcl, itemRows } from "./invented-book.ts";

let rows: ItemRows;
beforeAll(async () => {
  rows = await itemRows(inventedCcl);
});

const ask = (item: string, destination: string) => licenceQuestion(rows, { item, destination, day: "2026-08-01" });

describe("licence exceptions of an invented control list", () => {
  test.each([
    ["3B085.q", "NL", "IEC", "may apply"],
    ["3B085.a.1", "NL", "IEC", "not available"],
    ["3B085.a.1", "NL", "GBS", "may apply"],
    ["3B085.a.3", "NL", "GBS", "not available"],
    ["3B085.c.1.a", "NL", "GBS", "not available"],
    ["3B085.f.1", "JP", "GBS", "not available"],
    ["3B085.f.1", "CN", "GBS", "not available"],
    ["3B085.a.1", "CN", "GBS", "not for this destination"],
    ["3B085.a.1", "HK", "GBS", "not for this destination"],
    ["3B085.a.1", "CW", "GBS", "may apply"],
    ["3B085.a.1", "JP", "LVS", "may apply"],
    ["3B085.a.4", "JP", "LVS", "not available"],
    ["3B085.a.1", "CN", "LVS", "not for this destination"],
    ["3B085.a.1", "JP", "STA", "see text"],
    ["3B085", "JP", "GBS", "see text"],
    ["3A085.c", "CN", "HBM", "may apply"],
    ["3A085.a", "CN", "HBM", "not available"],
    ["3A085.a", "JP", "LVS", "not available"],
    ["5E085.a", "CN", "TSR", "not for this destination"],
    ["5E085.a", "JP", "TSR", "may apply"],
  ])("%s to %s, %s: %s", (item, destination, exception, says) => {
    expect(ask(item, destination).exceptions.find((each) => each.exception === exception)?.says).toBe(says);
  });
});

describe("paragraphs of an invented control list", () => {
  const paragraphs = (item: string) => rows.paragraphs.flatMap((row) => (row.item === item ? (row.paragraph ?? []) : []));

  test("a list within a note is none, and one left in a text is one", () => {
    expect(paragraphs("3A085")).toEqual(["a", "a.1", "a.2", "b", "c"]);
    expect(paragraphs("3B085")).toEqual("a a.1 a.2 a.3 a.4 b c c.1 c.1.a c.1.b d f f.1 f.1.a f.2 q".split(" "));
  });

  test.each([
    ["3B085.zz", ["3B085.f", "3B085.q"]],
    ["3B085.f.9", ["3B085.f", "3B085.f.1", "3B085.f.2"]],
    ["3A085.q", ["3A085.b", "3A085.c"]],
    ["0A985.a", []],
  ])("%s is not there: never a word on a licence, the nearest named", (item, near) => {
    const answer = ask(item, "CN");
    expect(answer).toMatchObject({ item, answer: "no such paragraph in the text loaded", reasons: [], exceptions: [], parts: [] });
    expect(answer.notes.join().match(/\d[A-E]\d{3}(?:\.[a-z0-9]+)+/g) ?? []).toEqual(near);
  });

  test("no paragraph that a reason or the text names is called missing", () => {
    const named = rows.reasons.flatMap((row) => namedParagraphs(readReason(row).scope).map((paragraph) => ({ item: row.item, paragraph })));
    for (const { item, paragraph } of [...rows.paragraphs, ...named])
      if (paragraph !== null) expect(ask(`${item}.${paragraph}`, "NL").answer).not.toBe("no such paragraph in the text loaded");
  });
});
