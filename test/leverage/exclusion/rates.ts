import type { Row } from "../../../src/base/tables.ts";

/** A row of base rates: published in `s-one` on data of 2010, unless said otherwise. */
export const rate = (quantity: string, low: number, high: number, more: Partial<Row<"base_rate">> = {}): Row<"base_rate"> => ({
  quantity,
  forum: null,
  holder_kind: null,
  scope: "all patents",
  low,
  high,
  unit: "fraction",
  year: "2010",
  source: "s-one",
  grade: "published",
  note: null,
  ...more,
});

/** A row that nobody published. */
export const assumed = (quantity: string, low: number, high: number, more: Partial<Row<"base_rate">> = {}): Row<"base_rate"> =>
  rate(quantity, low, high, { source: null, grade: "assumed", year: null, ...more });

/** Terms of every kind. */
export const someRates: readonly Row<"base_rate">[] = [
  rate("valid when challenged", 0.5, 0.6, { forum: "AA courts" }),
  rate("exclusion granted when infringed", 0.7, 0.8, { forum: "AA courts" }),
  assumed("exclusion granted when infringed", 0.5, 1),
  ...["tool", "material", "product"].flatMap((scope) => [
    assumed("read on and detectable", 0.2, 0.5, { scope }),
    assumed("designed around", 0.1, 0.4, { scope }),
    assumed("time to design around", 1, 3, { scope, unit: "years" }),
  ]),
  assumed("royalty on sales", 0.01, 0.05),
];
