import { describe, expect, test } from "vitest";
import { createNameIndex } from "../../../src/screen/search/name-index.ts";

const found = (asked: string, listed: string, kind: "organisation" | "vessel" = "organisation"): boolean =>
  createNameIndex([{ party: "1", name: listed, kind }]).find(asked, { kind: "organisation" }).length > 0;

describe("on a list one short word shows little", () => {
  test.each([
    ["a letter of five exchanged for another", "Zorbi Co., Ltd.", "Zorbu"],
    ["a word of five beside another", "Zorbi Pharmaceutical", "Zorbi"],
    ["another spelling of four letters", "Avex Inc.", "Awex"],
    ["an initial that stands for a word", "Asahi Printing Co.", "A+ Media Printing Co."],
    ["letters joined by a sign", "Zorbtek Sugar Co.", "Zorbtek E&S Co."],
  ])("%s: %s is not %s", (_, asked, listed) => expect(found(asked, listed)).toBe(false));

  test.each([
    ["two letters turned", "Hauwei", "Huawei"],
    ["a letter lost of a long word", "Zorbtekunos", "Zorbtekunosi"],
    ["a trade in common", "Vekick Trading Optics", "Vekwick Trading Optics"],
    ["the place of a branch", "Zorbi Wuhan", "Zorbi"],
    ["letters joined by a sign", "Zorbtek E & S", "Zorbtek E and S Co."],
    ["a cut legal form", "Zorbtek Optics Co., td.", "Zorbtek Optics Co., Ltd."],
  ])("%s: %s may be %s", (_, asked, listed) => expect(found(asked, listed)).toBe(true));

  test("a firm, told by its legal form or its trade, is no ship", () => {
    expect(found("Horizon Robotics", "Horizon", "vessel")).toBe(false);
    expect(found("Zorbek Chemicals", "Zorbek", "vessel")).toBe(false);
    expect(found("Vessel Zorbek", "Zorbek", "vessel")).toBe(true);
    expect(found("Zorbek Trader", "Zorbek Trader", "vessel")).toBe(true);
    expect(found("Zorbtek Co., Ltd.", "Zorbtek", "vessel")).toBe(false);
    expect(found("Zorbtek", "Zorbtek", "vessel")).toBe(true);
  });
});
