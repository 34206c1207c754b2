import { expect, it } from "vitest";
import {
  count,
  number,
  numberInterval,
  numberRange,
  percent,
  percentInterval,
  percentPoints,
  percentRange,
  usd,
  usdBn,
  usdInterval,
  usdM,
  usdRange,
} from "../../src/base/format.ts";
import { Style } from "../../src/cli/page/style.ts";
import { printView } from "../../src/cli/print-view.ts";
import type { Block } from "../../src/report/view.ts";
import { pageText } from "./page-text.ts";

/** Forty values, each told by the formatter of its kind. */
const values: readonly string[] = [
  ...[0, 0.00001, 0.0012, 0.00996, 0.124, 0.999, 1, -0.05, null].map(percent),
  ...[percentRange(0.3, 0.6), percentRange(null, 0.6), percentRange(0.48, 0.484)],
  ...[percentInterval([0.3, 0.46, 0.6]), percentInterval([0, 0, 0]), percentInterval([0, 0.00001, 0.2])],
  ...[percentPoints([0.01, 0.05, 0.09]), percentPoints([-0.02, 0, 0.004])],
  ...[0, 950, 4_700, 230e6, 999_600_000, 4.2345e9, 1.234e12, -8.4e9, null].map(usd),
  ...[usdBn(4.2), usdM(310), usdRange(3e9, 5.1e9), usdRange(8.2e6, 1.2e9), usdInterval([3e9, 4.2e9, 5.1e9])],
  ...[number(0.1234), number(1234.5), number(-9.361), numberRange(6, 12, "months"), numberRange(2024, null, "year")],
  ...[numberInterval([60, 95, 120]), count(1_234_567), percent(0.5), usdInterval([8.2e6, 450e6, 1.2e9])],
];

it("takes 40 values through both renderings, terminal and page, and finds the same text", async () => {
  expect(values).toHaveLength(40);
  const block: Block = {
    kind: "table",
    title: "Values",
    columns: [{ title: "place" }, { title: "value" }],
    rows: values.map((value, at) => [`place ${at}`, value]),
  };
  const printed = printView(
    { finding: "Forty.", blocks: [block], details: [] },
    { width: 100, style: new Style(false) },
    { details: true },
  );
  const terminal = printed.split("\n").flatMap((line) => (line.startsWith("place ") ? [line.replace(/^place \d+ +/, "")] : []));
  const page = (await pageText([block])).split("\n");
  expect(terminal.slice(-40)).toEqual(values);
  expect(values.map((_, at) => page.slice(page.indexOf(`place ${at}`) + 1).find((line) => line !== ""))).toEqual(values);
});
