import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "../../../src/answers/shared/csv-line.ts";

describe("a line of CSV", () => {
  it("runs in no spreadsheet", () => {
    expect(csvLine(["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1"])).toBe("'=cmd|' /C calc'!A0,'+1+1,'-2+3,'@SUM(A1),'\t=1");
    expect(csvLine(["=cmd,1"])).toBe(`"'=cmd,1"`);
  });

  it("leaves figures and what is unknown as they are", () => {
    expect(csvLine(["-0.25", "+3", -1.5, null, 0, ""])).toBe("-0.25,+3,-1.5,,0,");
  });

  it("is read back as it was written, whatever is in it", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 6 }), (cells) => {
        const [read] = parse(`${csvLine(cells)}\n`, { relax_column_count: true, record_delimiter: "\n" }) as string[][];
        const guarded = cells.map((cell) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell));
        expect(read).toEqual(guarded);
      }),
    );
  });
});
