import { describe, expect, test } from "vitest";
import { createNameIndex, type ListedName } from "../../../src/screen/search/name-index.ts";

const listed = [
  "Star",
  "QA'ID Works-i-Zorb",
  "Zorbtek Institute No. 38 (ZBK 38)",
  "PT Electronic",
  "有限公司",
  "LLC",
  "Zorbtek (Kappa branch)",
  "771 Research Institute",
].map((name, at): ListedName => ({ party: String(at), name, kind: "organisation" }));
const index = createNameIndex(listed);
const parties = (name: string): readonly string[] => index.find(name, { kind: "organisation" }).map(({ party }) => party);

describe("equal names", () => {
  test.each([
    ["one common word", "STAR", "0"],
    ["without signs", "qa id works i zorb", "1"],
    ["without its bracket", "Zorbtek Institute No. 38", "2"],
    ["as 38th", "Zorbtek 38th Institute", "2"],
    ["with its legal form", "pt electronic", "3"],
    ["without the branch", "Zorbtek", "6"],
    ["a number with No.", "No. 771 Research Institute", "7"],
    ["a number with №", "№771 Research Institute", "7"],
    ["a number with its ending", "771st Research Institute", "7"],
  ])("%s: %s", (_, name, party) => expect(parties(name)).toContain(party));

  test.each(["有限公司", "LLC", "Electronic", "Zorbtek 39th Institute", "No. 772 Research Institute"])("%s is none", (name) => {
    expect(parties(name).filter((party) => party !== "6")).toEqual([]);
  });
});
