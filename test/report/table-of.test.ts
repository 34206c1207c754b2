import { expect, it } from "vitest";
import { filled, sparseTable, withoutEmptyColumns } from "../../src/report/table-of.ts";

interface Thing {
  readonly name: string;
  readonly until: string | null;
}

const table = (things: readonly Thing[]) =>
  sparseTable("Things", things, [
    ["name", ({ name }) => name],
    ["until", ({ until }) => until],
  ]);

it("leaves a cell without a value empty, and a column only where every cell is empty", () => {
  expect(table([{ name: "a", until: null }]).rows).toEqual([["a", ""]]);
  expect(withoutEmptyColumns(table([{ name: "a", until: null }]))).toMatchObject({ columns: [{ title: "name" }], rows: [["a"]] });
  expect(
    withoutEmptyColumns(
      table([
        { name: "a", until: null },
        { name: "b", until: "2026" },
      ]),
    ).columns,
  ).toHaveLength(2);
  expect(filled([table([]), table([{ name: "a", until: null }])])).toHaveLength(1);
});
