import { describe, expect, test } from "vitest";
import { cells, declared, isAddress, isYear, yamlFiles } from "../../bundled-data.ts";

const rows = cells("published-models.csv");
const scenarios = new Set(yamlFiles("scenarios").map(([name]) => name));
const columns = "id,scenario,question,quantity,target,low,high,unit,ours,months,title,publisher,year,url,note,why";

test("at least fifteen figures, each of its own id", () => {
  expect(rows.length).toBeGreaterThanOrEqual(15);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(Object.keys(rows[0]!).join()).toBe(columns);
});

describe.each(rows.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test("stands beside a ready scenario and says why the answers differ", () => {
    expect(scenarios.has(row.scenario!), row.scenario).toBe(true);
    expect([row.question, row.quantity, row.unit].filter((text) => !text)).toEqual([]);
    expect(row.why!.length).toBeGreaterThan(30);
    expect(declared.economies.has(row.target!) || ["world", "many economies"].includes(row.target!), row.target).toBe(true);
  });

  test("has a figure, in order, and a document", () => {
    const ends = [row.low, row.high].filter((end) => end !== "").map(Number);
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.filter((end) => !Number.isFinite(end))).toEqual([]);
    expect(ends[0]!).toBeLessThanOrEqual(ends.at(-1)!);
    expect([row.title, row.publisher].filter((text) => !text)).toEqual([]);
    expect([isYear(row.year), isAddress(row.url)]).toEqual([true, true]);
  });
});
