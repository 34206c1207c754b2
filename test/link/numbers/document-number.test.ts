import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentKey, documentName } from "../../../src/link/numbers/document-number.ts";

describe("document numbers", () => {
  it.each(["", "U", "us", "USA", "U$"])("has no key without an office: %j", (office) => {
    expect(documentKey(office, "6103599")).toBeNull();
  });

  it.each([
    ["US-6103599-A", "US6103599", "A"],
    ["US 2011/0185700 A1", "US2011185700", "A1"],
    ["US20190348292 A1", "US2019348292", "A1"],
    ["US10224240 B1", "US10224240", "B1"],
    ["USD0435854 S1", "USD435854", "S1"],
    ["US RE12345 E1", "USRE12345", "E1"],
    ["KR1020190085654 A", "KR20190085654", "A"],
    ["KR101234567 B1", "KR101234567", "B1"],
    ["KR10-2100001-0000 B1", "KR102100001", "B1"],
    ["KR10-2000001-0000", "KR102000001", null],
    ["KR1021000010000", "KR102100001", null],
    ["KR10-2018-0099901 A", "KR20180099901", "A"],
    ["EP1000000.A1", "EP1000000", "A1"],
    ["EP 123456 A1", "EP0123456", "A1"],
    ["WO-2005104889-A3", "WO2005104889", "A3"],
    ["WO 99/12345", "WO9912345", null],
    ["WO1999012345", "WO9912345", null],
    ["WO 02/64032", "WO02064032", null],
    ["WO 02/064032 A2", "WO02064032", "A2"],
    ["WO 02/25773", "WO0225773", null],
    ["WO2003015005 A1", "WO03015005", "A1"],
    ["WO 2004/084720", "WO2004084720", null],
    ["JP2001358218 A", "JP2001358218", "A"],
    ["CN101234567A", "CN101234567", "A"],
  ])("reads %s", (text, document, kind) => {
    expect(documentName(text)).toMatchObject({ document, kind });
  });

  it.each([
    ["特開平9-213626号公報", "JPH09213626"],
    ["特開2001-358218", "JP2001358218"],
    ["S58-12345", "JPS58012345"],
    ["H06279146", "JPH06279146"],
  ])("reads the Japanese number %s", (printed, document) => {
    expect(documentKey("JP", printed)).toBe(document);
  });

  it("knows no number where there is none", () => {
    for (const text of ["", "US", "Smith et al., 1999", "A", "US-ABC", "EP02312621", "WO123"]) expect(documentName(text)).toBeNull();
  });

  it("gives the same key to a key read again", () => {
    const office = fc.constantFrom("US", "EP", "WO", "KR", "JP", "CN", "DE");
    fc.assert(
      fc.property(office, fc.integer({ min: 1, max: 99_999_999_999 }), (code, number) => {
        const key = documentKey(code, String(number));
        if (key !== null) expect(documentKey(code, key.slice(2))).toBe(key);
      }),
    );
  });
});
