import { beforeAll, describe, expect, test } from "vitest";
import type { ItemRows } from "../../../src/screen/items/book.ts";
import { type LicenceAnswer, licenceQuestion } from "../../../src/screen/items/licence.ts";
import { readReason } from "../../../src/screen/items/reasons.ts";
import { namedParagraphs } from "../../../src/screen/items/scope.ts";
import { ccl } from "../../../src/sources/controls/ccl.ts";
import { controls, load } from "../loaded.ts";

let rows: ItemRows;

const ask = (item: string, destination: string, day = "2026-08-01"): LicenceAnswer => licenceQuestion(rows, { item, destination, day });
const required = (answer: LicenceAnswer): readonly string[] =>
  answer.reasons.filter(({ outcome }) => outcome === "required").map(({ reason, because }) => `${reason} ${because}`);

describe.skipIf(controls.absent)(`the licence question on the list in ${controls.path}`, () => {
  beforeAll(async () => {
    const { of } = await load(ccl, "ccl");
    rows = {
      items: of("control_item"),
      paragraphs: of("item_paragraph"),
      reasons: of("item_reason"),
      exceptions: of("item_exception"),
      chart: of("chart_row"),
      marks: of("chart_mark"),
      footnotes: of("chart_footnote"),
      groups: of("economy_group"),
      allDestinations: of("all_destinations"),
    };
  });

  test("3B001.f.1 to China: NS and RS by country group D:5, with the sections", () => {
    const answer = ask("3B001.f.1", "CN");
    expect(answer.answer).toBe("required");
    expect(required(answer)).toEqual(["NS group D:5", "RS group D:5"]);
    expect(answer.reasons.flatMap(({ sections }) => sections)).toEqual(expect.arrayContaining(["742.4(a)(4)", "742.6(a)(6)"]));
    expect(answer).toMatchObject({
      edition: "2026-07-23",
      citation: expect.stringContaining("Part 774"),
      text: expect.stringMatching(/^Align and expose/),
    });
    expect(ask("3B001.f.1.b.1", "CN").answer).toBe("required");
    expect(ask("3B001.f.1", "NL").answer).toBe("not on these grounds");
  });

  test("3B001.a.1: to China NS 2, to the Netherlands not on these grounds", () => {
    expect(required(ask("3B001.a.1", "CN"))).toEqual(["NS NS 2 of the Country Chart"]);
    const answer = ask("3B001.a.1", "NL");
    expect(answer.answer).toBe("not on these grounds");
    expect(answer.notes.join()).toMatch(/end use, end user, listed parties and embargoes are checked separately/);
    expect(answer.notes).toContain("edition of 2026-07-23: later changes are not in it");
  });

  test("3B001.q to the Netherlands: NS and RS worldwide, and the exception IEC is named", () => {
    const answer = ask("3B001.q", "NL");
    expect(required(answer)).toEqual(["NS worldwide", "RS worldwide"]);
    expect(answer.exceptions.find(({ exception }) => exception === "IEC")?.says).toBe("may apply");
    expect(ask("3B001.a.1", "NL").exceptions.find(({ exception }) => exception === "IEC")?.says).toBe("not available");
    expect(answer.exceptions.find(({ exception }) => exception === "GBS")?.says).toBe("not available");
    expect(answer.exceptions.find(({ exception }) => exception === "STA")?.says).toBe("see text");
  });

  test("Hong Kong answers as China, Macau as named", () => {
    const outcome = ({ reasons }: LicenceAnswer): readonly string[] =>
      reasons.map(({ reason, outcome: of, because }) => `${reason} ${of} ${because}`);
    for (const item of ["3B001.f.1", "3B001.a.1", "3B001.q", "3A090.b", "4A003.b"])
      expect(outcome(ask(item, "HK"))).toEqual(outcome(ask(item, "CN")));
    expect(ask("3B001.f.1", "HK").notes.join()).toMatch(/85 FR 83788/);
    expect(required(ask("3B001.f.1", "MO"))).toEqual(["NS named", "RS named"]);
  });

  test("3A090.a: regional stability, worldwide; 3A090.b: by groups, but not where a member of A:5 or A:6; 3A090.c: D:5", () => {
    for (const destination of ["CN", "NL", "RS", "JP", "GB", "CA"]) expect(required(ask("3A090.a", destination))).toEqual(["RS worldwide"]);
    expect(required(ask("3A090.b", "VN"))).toEqual(["RS group D:1"]);
    expect(required(ask("3A090.b", "AE"))).toEqual(["RS named"]);
    expect(ask("3A090.b", "IL").answer).toBe("not on these grounds");
    expect(required(ask("3A090.c", "CN"))).toEqual(["RS group D:5"]);
    expect(ask("3A090.c", "NL").answer).toBe("not on these grounds");
  });

  test("3B991 to Russia: see 746.8, never no", () => {
    const answer = ask("3B991.b.1.a", "RU");
    expect(answer.answer).toBe("depends on text not loaded");
    expect(answer.elsewhere.join()).toMatch(/§ 746\.8/);
    expect(ask("3B991", "RU").answer).toBe("depends on text not loaded");
    expect(ask("3B991.b.1.a", "NL").answer).toBe("not on these grounds");
    expect(ask("3B001.a.1", "RU").elsewhere.join()).toMatch(/§ 746\.8/);
  });

  test("3B993 depends on text that is not loaded: its reason refers to a section", () => {
    for (const destination of ["CN", "NL", "KR"]) {
      const answer = ask("3B993.c.1", destination);
      expect(answer.answer).toBe("depends on text not loaded");
      expect(answer.reasons.find(({ reason }) => reason === "RS")).toMatchObject({ outcome: "text", sections: ["742.6(a)(11)"] });
    }
  });

  test("no entry of the list is answered with not on these grounds for an embargoed destination, for Russia or where there is no row", () => {
    for (const { item } of rows.items) {
      for (const destination of ["CU", "IR", "KP", "SY", "RU", "BY", "AQ"]) {
        expect([item, destination, ask(item, destination).answer]).not.toEqual([item, destination, "not on these grounds"]);
      }
    }
  });

  test("an entry that refers elsewhere is never answered with not on these grounds", () => {
    for (const { item } of rows.items) {
      const answer = ask(item, "NL");
      const refers = answer.reasons.some(({ outcome }) => outcome === "text");
      if (refers) expect([item, answer.answer]).not.toEqual([item, "not on these grounds"]);
    }
  });

  test("entries that need a licence to every destination, though the chart has no column for them", () => {
    expect(required(ask("5A980", "NL"))).toEqual(["null all destinations"]);
    expect(required(ask("0A983", "CA"))).toEqual(["null all destinations"]);
    expect(required(ask("5A001.f.1", "GB"))).toEqual(["SL worldwide", "null all destinations"]);
    expect(required(ask("5A001.a", "GB"))).toEqual([]);
    expect(ask("5E001.a", "GB").answer).toBe("depends on text not loaded");
  });

  test("a date before the edition: no edition loaded", () => {
    expect(ask("3B001.f.1", "CN", "2026-07-22")).toMatchObject({
      answer: "no edition loaded",
      edition: null,
      notes: ["the earliest edition loaded is of 2026-07-23"],
    });
    expect(ask("3B001.f.1", "CN", "2026-07-23").answer).toBe("required");
  });

  test("an entry as a whole differs by paragraph, and its parts are answered each", () => {
    const answer = ask("3B001", "NL");
    expect(answer.answer).toBe("differs by paragraph");
    const part = (item: string): string | undefined => answer.parts.find((each) => each.item === item)?.answer;
    expect([part("3B001.q"), part("3B001.e"), part("3B001.d")]).toEqual(["required", "not on these grounds", "not on these grounds"]);
    expect(ask("3B001.c", "NL").parts.map(({ item }) => item)).toEqual(["3B001.c.1.a", "3B001.c.1.c"]);
    expect(ask("3b001.F.1", "cn".toUpperCase()).item).toBe("3B001.f.1");
    expect(ask("9Z999", "CN")).toMatchObject({ answer: "not in the list" });
  });

  test.each([
    ["3B001.zz", "CN", ["3B001.q", "3B001.r"]],
    ["3B001.f.9", "CN", ["3B001.f", "3B001.f.5", "3B001.f.6"]],
    ["3A090.q", "NL", ["3A090.b", "3A090.c"]],
    ["3D901.a", "CU", []],
  ])("%s to %s is no paragraph of the text loaded: never a word on a licence, the nearest named", (item, destination, near) => {
    const answer = ask(item, destination);
    expect(answer).toMatchObject({ item, answer: "no such paragraph in the text loaded", reasons: [], exceptions: [], parts: [] });
    const [, named = ""] = /the nearest are (.*)$/.exec(answer.notes[0] ?? "") ?? [];
    expect(named.split(", ").filter((each) => each !== "")).toEqual(near);
  });

  test("exceptions for a country group are not for destinations outside it, Hong Kong as China", () => {
    const says = (item: string, destination: string, exception: string) =>
      ask(item, destination).exceptions.find((each) => each.exception === exception)?.says;
    expect(["CN", "HK", "RU", "JP", "NL"].map((destination) => says("3B001.a.1", destination, "GBS"))).toEqual([
      "not for this destination",
      "not for this destination",
      "not for this destination",
      "may apply",
      "may apply",
    ]);
    expect(says("3B001.f.1", "JP", "GBS")).toBe("not available");
    expect(["CN", "JP"].map((destination) => says("3B001.f.1", destination, "LVS"))).toEqual(["not available", "not available"]);
    expect(["CN", "JP"].map((destination) => says("3B001.a.1", destination, "LVS"))).toEqual(["not for this destination", "may apply"]);
    for (const { item } of rows.items)
      for (const { exception, says: said } of ask(item, "CN").exceptions)
        if (exception === "GBS" || exception === "LVS") expect([item, exception, said]).not.toEqual([item, exception, "may apply"]);
  });

  test("a paragraph of an entry whose text is not loaded depends on it, unless a reason names it or asks for a licence", () => {
    expect(rows.items.find(({ item }) => item === "2B001")?.full).toBe(0);
    expect(ask("2B001.zz", "NL").answer).toBe("depends on text not loaded");
    expect(ask("2B001.zz", "CN").answer).not.toBe("not on these grounds");
  });

  test("no paragraph that a reason names is called missing, and every paragraph of the text is there", () => {
    const missing = [
      ...rows.paragraphs,
      ...rows.reasons.flatMap((row) => namedParagraphs(readReason(row).scope).map((paragraph) => ({ ...row, paragraph }))),
    ]
      .filter(({ paragraph }) => paragraph !== null)
      .filter(({ item, paragraph }) => ask(`${item}.${paragraph}`, "NL").answer === "no such paragraph in the text loaded");
    expect(missing).toEqual([]);
  });

  test("how many reasons are read from their words, how many left as text", () => {
    const outcomes = new Map<string, number>();
    for (const { item } of rows.items)
      for (const { outcome } of ask(item, "CN").reasons) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const all = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
    expect((outcomes.get("text") ?? 0) / all).toBeLessThan(0.4);
  });
});
