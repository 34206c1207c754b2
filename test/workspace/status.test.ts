import { describe, expect, it } from "vitest";
import { type LoadStatus, loadsOn, replacedBy } from "../../src/workspace/status.ts";

const load = (id: string, source: string, edition: string | null, more: Partial<LoadStatus> = {}): LoadStatus => ({
  id,
  source,
  dataset: source,
  scope: "whole",
  edition,
  path: id,
  sha256: id,
  bytes: 1,
  rows: 1,
  rejects: 0,
  loaded_at: "2026-09-01T00:00:00Z",
  notice: "",
  current: false,
  tables: {},
  ...more,
});

const loads = [
  load("old-atlas", "atlas", "2024"),
  load("atlas", "atlas", "2026", { current: true }),
  load("new", "chips", "2026-08", { current: true }),
  load("first", "chips", "2022-09"),
  load("again", "chips", "2022-09"),
  load("dayless", "chips", null),
  load("list-one", "lists", "2023-01-01", { scope: "parts", dataset: "one.csv", current: true }),
  load("list-two", "lists", "2020-01-01", { scope: "parts", dataset: "one.csv" }),
];
const on = (day: string): readonly string[] => loadsOn(loads, day).map(({ id }) => id);

describe("a question about a day reads", () => {
  it("of a data set that is replaced whole the newest edition that is no later, the last load of it", () => {
    expect(on("2026-11-25")).toEqual(["atlas", "new", "list-one"]);
    expect(on("2026-08-01")).toEqual(["atlas", "new", "list-one"]);
    expect(on("2026-07-31")).toEqual(["atlas", "again", "list-one"]);
    expect(on("2022-09-01")).toEqual(["atlas", "again", "list-one"]);
  });

  it("the current load where every edition is later, of single files, and of the atlas, whose rows say when they hold", () => {
    expect(on("2022-08-31")).toEqual(["atlas", "new", "list-one"]);
  });
});

it("tells which edition took the place of a load that is still read for days before it", () => {
  expect(loads.map((each) => replacedBy(loads, each))).toEqual([null, null, null, null, "2026-08", null, null, null]);
});
