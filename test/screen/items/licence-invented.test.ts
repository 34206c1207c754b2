import { beforeAll, describe, expect, test } from "vitest";
import type { ItemRows } from "../../../src/screen/items/book.ts";
import { type LicenceAnswer, licenceQuestion } from "../../../src/screen/items/licence.ts";
import { inventedCcl, itemRows } from "./invented-book.ts";

let rows: ItemRows;
beforeAll(async () => {
  rows = await itemRows(inventedCcl);
});

const ask = (item: string, destination: string, day = "2026-08-01"): LicenceAnswer => licenceQuestion(rows, { item, destination, day });
const grounds = ({ reasons }: LicenceAnswer): readonly string[] =>
  reasons.flatMap(({ reason, outcome, because }) => (outcome === "required" ? [`${reason} ${because}`] : []));

describe("the licence question on an invented control list", () => {
  test.each([
    ["3B085.f.1", "CN", "required", ["NS group D:5", "RS group D:5"]],
    ["3B085.f.1.a", "CN", "required", ["NS group D:5", "RS group D:5"]],
    ["3B085.f.1", "MO", "required", ["NS named", "RS named"]],
    ["3B085.f.1", "NL", "not on these grounds", []],
    ["3B085.f.1", "VN", "not on these grounds", []],
    ["3B085.a.1", "CN", "required", ["NS NS 2 of the Country Chart"]],
    ["3B085.a.3", "VN", "required", ["NS NS 2 of the Country Chart"]],
    ["3B085.a.1", "NL", "not on these grounds", []],
    ["3B085.a.4", "VN", "not on these grounds", []],
    ["3B085.q", "NL", "required", ["NS worldwide", "RS worldwide"]],
    ["3A085.a.1", "CA", "required", ["RS worldwide"]],
    ["3A085.b", "VN", "required", ["RS group D:1"]],
    ["3A085.b", "AE", "required", ["RS named"]],
    ["3A085.b", "IL", "not on these grounds", []],
    ["3A085.c", "CN", "required", ["RS group D:5"]],
    ["3A085.c", "VN", "not on these grounds", []],
    ["0A985", "CA", "required", ["null all destinations"]],
    ["5A085.f.1", "JP", "required", ["SL worldwide", "null all destinations"]],
    ["5A085.a", "CA", "not on these grounds", []],
    ["5E085.a", "JP", "depends on text not loaded", []],
    ["3B087.a", "NL", "depends on text not loaded", []],
    ["3B985.a", "NL", "not on these grounds", []],
    ["3B985.a", "RU", "depends on text not loaded", []],
    ["2B085.z", "NL", "depends on text not loaded", []],
    ["2B085.a", "NL", "required", ["NS NS 1 of the Country Chart"]],
    ["9Z999", "CN", "not in the list", []],
  ])("%s to %s: %s", (item, destination, answer, because) => {
    const answered = ask(item, destination);
    expect([answered.answer, grounds(answered)]).toEqual([answer, because]);
  });

  test("an answer names its edition, its text, the sections of its reasons and what it does not say", () => {
    const answer = ask("3B085.f.1", "CN");
    expect(answer).toMatchObject({ item: "3B085.f.1", edition: "2026-07-23", text: "Mills that align and grind." });
    expect(answer.citation).toContain("Part 774");
    expect(answer.reasons.flatMap(({ sections }) => sections)).toEqual(["742.84(a)(4)", "742.86(a)(6)"]);
    expect(answer.reasons.map(({ reason, outcome }) => [reason, outcome])).toEqual([
      ["NS", "required"],
      ["RS", "required"],
      ["AT", "not required"],
    ]);
    expect(answer.notes.join()).toMatch(/end use, end user, listed parties/);
    expect(answer.notes.join()).toContain("edition of 2026-07-23");
  });

  test("a place without a row is answered by the row that governs it, group membership and exceptions too", () => {
    const outcomes = ({ reasons, exceptions }: LicenceAnswer) => [
      reasons.map(({ reason, outcome, because }) => [reason, outcome, because]),
      exceptions.map(({ exception, says }) => [exception, says]),
    ];
    for (const item of ["3B085.f.1", "3B085.a.1", "3B085.q", "3A085.b", "3A085.c"])
      expect(outcomes(ask(item, "HK"))).toEqual(outcomes(ask(item, "CN")));
    expect(ask("3B085.f.1", "HK").notes.join()).toContain("85 FR 83788");
  });

  test("no entry is simply free for an embargoed destination, for one with sanctions of a footnote, or where there is no row", () => {
    for (const { item } of rows.items)
      for (const destination of ["CU", "SY", "RU", "AQ"])
        expect([item, destination, ask(item, destination).answer]).not.toEqual([item, destination, "not on these grounds"]);
    expect(ask("3B985", "CU").elsewhere.join()).toContain("part 746");
    expect(ask("3B985", "RU").elsewhere.join()).toContain("§ 746.8");
    expect(ask("3B985", "AQ").elsewhere).toHaveLength(1);
  });

  test("a footnote that names another entry binds nothing", () => {
    expect(ask("3B985", "NL")).toMatchObject({ answer: "not on these grounds", elsewhere: [] });
    expect(ask("3B985", "NL").notes.join()).toContain("0A985");
  });

  test("a reason that refers to a section is left as text, never read as no", () => {
    for (const destination of ["CN", "NL", "JP"])
      expect(ask("3B087", destination).reasons.find(({ reason }) => reason === "RS")).toMatchObject({
        outcome: "text",
        sections: ["742.86(a)(11)"],
      });
  });

  test("an entry as a whole differs by paragraph, its parts answered each", () => {
    const answer = ask("3B085", "NL");
    expect(answer.answer).toBe("differs by paragraph");
    expect(answer.parts.map(({ item, answer: of }) => [item.slice(6), of])).toEqual(
      expect.arrayContaining([
        ["q", "required"],
        ["b", "not on these grounds"],
        ["d", "not on these grounds"],
      ]),
    );
    expect(ask("3B085.c", "NL").parts.map(({ item }) => item)).toEqual(["3B085.c.1.a"]);
    expect(ask("3b085.C.1", "NL").item).toBe("3B085.c.1");
  });

  test("before the first edition there is no answer, from its day on there is one", () => {
    expect(ask("3B085.f.1", "CN", "2026-07-22")).toMatchObject({ answer: "no edition loaded", edition: null, reasons: [] });
    expect(ask("3B085.f.1", "CN", "2026-07-23").answer).toBe("required");
  });
});
