import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LevermapError } from "../../../src/base/errors.ts";
import { parseSearch } from "../../../src/corpus/search/parse-search.ts";
import { leavesOf, type SearchTree } from "../../../src/corpus/search/search-tree.ts";

/** A tree as fully bracketed text. */
function shown(tree: SearchTree): string {
  switch (tree.kind) {
    case "and":
    case "or":
      return `(${tree.parts.map(shown).join(tree.kind === "and" ? " & " : " | ")})`;
    case "not":
      return `!${shown(tree.part)}`;
    case "words":
      return `${tree.field === "any" ? "" : `${tree.field}:`}${tree.tokens.join("_")}${tree.begins ? "*" : ""}`;
    case "near":
      return `${tree.field === "any" ? "" : `${tree.field}:`}<${shown({ ...tree.first, field: "any" })} ${tree.most} ${shown({ ...tree.second, field: "any" })}>`;
    case "days":
      return `${tree.field}:${tree.from}..${tree.to}`;
    case "value":
      return `${tree.field}:${tree.value}`;
  }
}

const read = (query: string): string => shown(parseSearch(query));

/** The place and text of the fault of a search. */
function fault(query: string): readonly [unknown, string] {
  try {
    parseSearch(query);
  } catch (thrown) {
    if (thrown instanceof LevermapError) return [thrown.details.place ?? thrown.code, thrown.message];
  }
  return ["none", ""];
}

describe("a search", () => {
  it.each([
    ["Wafer, BONDING; wafer:", "(wafer* & bonding* & wafer*)"],
    ["ＷＡＦＥＲ 晶圓", "(wafer* & 晶_圆*)"],
    ["gate-all-around", "gate_all_around*"],
    ["not near", "(not* & near*)"],
    ["how to etch and clean", "(etch* & clean*)"],
    ['In "of" title:(to bond)', "(in* & of & title:bond*)"],
    ["a b OR c AND d", "((a* & b*) | (c* & d*))"],
    ["NOT a b", "(!a* & b*)"],
    ["a NOT (b OR c)", "(a* & !(b* | c*))"],
    ["NOT NOT a", "!!a*"],
    ['"thin film"', "thin_film"],
    ['"thin fil*"', "thin_fil*"],
    ["“thin film” „x“ «y»", "(thin_film & x & y)"],
    ["a NEAR/3 b c", "(<a* 3 b*> & c*)"],
    ["a NEAR b", "<a* 5 b*>"],
    ['(a OR "b c") NEAR/0 d', "(<a* 0 d*> | <b_c 0 d*>)"],
    ["title:(a NEAR/2 b)", "title:<a* 2 b*>"],
    ["title:a NEAR/2 title:b", "title:<a* 2 b*>"],
    ["TITLE:(a OR b) c", "((title:a* | title:b*) & c*)"],
    ['class:(h01l21/76 OR "H10B 12/00")', "(class:H01L21/76 | class:H10B12/00)"],
    ["office:us technology:hbm", "(office:US & technology:hbm)"],
    ["day:2010..2015-06 filed:..1999 priority:2001-02-03..", "(day:2010..2015-06 & filed:null..1999 & priority:2001-02-03..null)"],
    ["filed:2012", "filed:2012..2012"],
    ["() a . OR", "fault"],
    ["status:in-force", "status:in-force"],
  ])("%s is read as %s", (query, expected) => {
    if (expected !== "fault") expect(read(query)).toBe(expected);
    else expect(() => parseSearch(query)).toThrow(LevermapError);
  });

  it.each([
    ["a AND", 3, "AND needs something"],
    ["OR a", 1, "OR needs something"],
    ["a (b", 3, "not closed"],
    ["a) b", 2, "closes none"],
    ['a "b c', 3, "quotation mark"],
    ["clas:H01L x", 1, 'no field "clas"'],
    ["class:H01L21-x", 7, "cannot be read as a class"],
    ["a office:USA", 10, "two-letter"],
    ["filed:2012-13", 7, "days are written"],
    ["filed:2015..2012", 7, "days are written"],
    ["filed:..", 7, "days are written"],
    ["status:alive", 8, "a status is"],
    ["a NEAR/x b", 3, "NEAR takes how many"],
    ["a NEAR/101 b", 3, "NEAR takes how many"],
    ["a NEAR/2 (b c)", 3, "NEAR stands between"],
    ["a NEAR/2 b NEAR/2 c", 12, "NEAR joins two"],
    ["title:a NEAR/2 b", 9, "of one field"],
    ["title:(a class:H01L)", 10, "within another"],
    ["title:)", 1, "no value"],
    ["NOT", 1, "NOT needs"],
    ["a NEAR/2", 3, "NEAR needs"],
    [`${"(".repeat(40)}a${")".repeat(40)}`, 33, "more than 32 brackets"],
  ])("%s has its fault at %d", (query, place, message) => {
    const [at, told] = fault(query);
    expect([at, told]).toEqual([place, expect.stringContaining(message)]);
  });

  it("is refused without a word, and with more than it has bits for", () => {
    for (const query of ["", " , ; ", "()", "%", '"-"']) expect(fault(query)[0]).toBe("LM_USAGE");
    expect(leavesOf(parseSearch(Array.from({ length: 60 }, (_, i) => `w${i}`).join(" ")))).toHaveLength(60);
    expect(fault(Array.from({ length: 61 }, (_, i) => `w${i}`).join(" "))[0]).toBe(1);
  });

  const pieces = fc.constantFrom(
    "a",
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "NEAR/2",
    "(",
    ")",
    '"',
    '"b c"',
    "title:",
    "day:",
    "2010..",
    "class:",
    "H01L",
    " ",
    "'",
    "\\",
    "%",
    ":",
  );
  it("of any marks is read, or has a coded fault within it", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (marks) => {
        const query = marks.join(" ");
        const [at] = fault(query);
        if (typeof at === "number") expect(at >= 1 && at <= query.length + 1).toBe(true);
        else expect(["none", "LM_USAGE"]).toContain(at);
      }),
      { numRuns: 2000, seed: 17 },
    );
  });
});
