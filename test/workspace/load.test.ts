import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { type TableName, tableNames } from "../../src/base/tables.ts";
import type { Source } from "../../src/sources/format/source.ts";
import { unloadSource } from "../../src/workspace/current.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { emptyWorkspace } from "./empty.ts";
import { type FakeLine, fakeRow, fakeSource, writeFake } from "./fake-source.ts";
import { codeOf, errorOf, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const parts = fakeSource("parts-source", "parts");
const whole = fakeSource("whole-source", "whole");
let count = 0;

async function withWorkspace(
  work: (workspace: Workspace, file: (name: string, lines: readonly FakeLine[], edition?: string) => Promise<string>) => Promise<void>,
) {
  count += 1;
  const dir = join(folder, `w${count}`);
  await emptyWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  try {
    await work(workspace, (name, lines, edition) => writeFake(join(dir, name), edition ?? null, lines));
  } finally {
    workspace.close();
  }
}

const aliases = (from: number, to: number): FakeLine[] => Array.from({ length: to - from }, (_, index) => fakeRow("alias", from + index));

async function totalRows(workspace: Workspace): Promise<number> {
  let total = 0;
  for (const table of tableNames) total += (await workspace.rows(table)).length;
  return total;
}

describe("loadSource", () => {
  test("keeps every table's rows with their place", () =>
    withWorkspace(async (workspace, file) => {
      const lines = tableNames.flatMap((table) => [fakeRow(table, 1), fakeRow(table, 2)]);
      const path = await file("all.txt", lines, "2026");
      const summary = await loadSource(workspace, parts, [path]);
      expect(summary).toMatchObject({
        rows: lines.length,
        rejects: 0,
        loads: [{ source: "parts-source", edition: "2026", path, already: false }],
      });
      const load_id = summary.loads[0]?.id as string;
      expect(load_id).toMatch(/^[0-9a-f]{16}$/);
      for (const [index, table] of tableNames.entries()) {
        const place = { load_id, file: "all.txt" };
        const expected = [1, 2].map((seed) => ({ ...fakeRow(table, seed).row, ...place, line: 2 * index + seed + 1 }));
        expect(await workspace.rows(table as TableName), table).toEqual(expected);
      }
    }));

  test("keeps the reader's order within a line", () =>
    withWorkspace(async (workspace, file) => {
      const path = await file("order.txt", [[fakeRow("alias", 9), fakeRow("alias", 3), fakeRow("alias", 7)], fakeRow("alias", 1)]);
      await loadSource(workspace, parts, [path]);
      expect((await workspace.rows("alias")).map((row) => row.alias)).toEqual(["alias 9", "alias 3", "alias 7", "alias 1"]);
    }));

  test("does nothing the second time, from whatever folder", () =>
    withWorkspace(async (workspace, file) => {
      const first = await loadSource(workspace, parts, [await file("a.txt", [...aliases(0, 30), "bad"])]);
      const before = await workspace.status();
      const copy = await writeFake(join(folder, "a.txt"), null, [...aliases(0, 30), "bad"]);
      const again = await loadSource(workspace, parts, [copy]);
      expect(again).toEqual({ ...first, loads: [{ ...first.loads[0], already: true }] });
      expect(await workspace.status()).toEqual(before);
    }));

  test("takes the same content under other settings for another load", () =>
    withWorkspace(async (workspace, file) => {
      const path = await file("a.txt", aliases(0, 3));
      const under = (setting: string): Source => ({ ...parts, settings: () => setting });
      const [first] = (await loadSource(workspace, under("one"), [path])).loads;
      expect((await loadSource(workspace, under("one"), [path])).loads).toEqual([{ ...first, already: true }]);
      const [second] = (await loadSource(workspace, under("two"), [path])).loads;
      expect(second).toMatchObject({ rows: 3, already: false });
      expect(second?.id).not.toBe(first?.id);
      expect(await totalRows(workspace)).toBe(3);
    }));

  test("lets a newer file of the same name take the place of the older", () =>
    withWorkspace(async (workspace, file) => {
      const first = await loadSource(workspace, parts, [await file("a.txt", aliases(0, 2)), await file("b.txt", aliases(10, 12))]);
      const second = await loadSource(workspace, parts, [await file("a.txt", aliases(5, 6))]);
      const seen = (await workspace.rows("alias")).map((row) => row.alias).sort();
      expect(seen).toEqual(["alias 10", "alias 11", "alias 5"]);
      expect((await workspace.status()).map((load) => load.current)).toEqual([false, true, true]);
      const old = first.loads[0]?.id as string;
      expect((await workspace.allRows("alias", old)).map((row) => row.alias)).toEqual(["alias 0", "alias 1"]);
      await unloadSource(workspace, second.loads[0]?.id as string);
      expect((await workspace.status()).map((load) => load.current)).toEqual([true, true]);
    }));

  test("keeps the greatest edition of a whole source current", () =>
    withWorkspace(async (workspace, file) => {
      const editions = ["2025", "2026-08", "2026", undefined];
      for (const [index, edition] of editions.entries())
        await loadSource(workspace, whole, [await file(`${index}.txt`, aliases(index, index + 1), edition)]);
      expect((await workspace.status()).map((load) => load.current)).toEqual([false, true, false, false]);
      await loadSource(workspace, whole, [await file("later.txt", aliases(9, 10), "2026-08")]);
      expect((await workspace.rows("alias")).map((row) => row.alias)).toEqual(["alias 9"]);
      await loadSource(workspace, whole, [await file("said.txt", aliases(11, 12), "2020")], { edition: "2027" });
      expect((await workspace.rows("alias")).map((row) => row.alias)).toEqual(["alias 11"]);
    }));

  test("loads the files of a whole source as one", () =>
    withWorkspace(async (workspace, file) => {
      const paths = [await file("a.txt", aliases(0, 2), "2026"), await file("b.txt", [...aliases(2, 4), "bad", "bad"])];
      expect(await codeOf(loadSource(workspace, whole, paths))).toBe("LM_LOAD_TOO_MANY_REJECTS");
      expect(await totalRows(workspace)).toBe(0);
      const summary = await loadSource(workspace, whole, paths, { maxRejects: 0.5 });
      expect(summary.loads).toHaveLength(1);
      expect(summary).toMatchObject({ rows: 4, rejects: 2 });
      expect((await workspace.rejects(summary.loads[0]?.id)).map(({ file: name, line }) => [name, line])).toEqual([
        ["b.txt", 4],
        ["b.txt", 5],
      ]);
    }));

  test("keeps nothing of a file with too many rejects, but the files before it", () =>
    withWorkspace(async (workspace, file) => {
      const good = await file("good.txt", [...aliases(0, 38), "bad", "bad"]);
      const bad = await file("bad.txt", [...aliases(0, 37), "bad", "bad", ["bad", "bad"]]);
      await loadSource(workspace, parts, [good]);
      const error = await errorOf(loadSource(workspace, parts, [bad]));
      expect(error?.code).toBe("LM_LOAD_TOO_MANY_REJECTS");
      expect(error?.message).toBe(
        [
          `3 of 40 records of ${bad} are bad (7.5%); at most 5% are allowed. To keep the valid ones, pass --max-rejects 8%. The first bad ones:`,
          ...[39, 40, 41].map((line) => `  bad.txt:${line}: it says bad`),
        ].join("\n"),
      );
      expect(error?.details).toMatchObject({ records: 40, bad: 3, path: bad });
      expect(error?.details.first).toHaveLength(4);
      const first = { file: "bad.txt", line: 39, code: "LM_LOAD_BAD_ROW", reason: "it says bad", excerpt: "bad" };
      expect(error?.details.first).toContainEqual(first);
      expect((await workspace.status()).map((load) => [load.path, load.rows, load.rejects])).toEqual([[good, 38, 2]]);
      expect(await workspace.rejects()).toHaveLength(2);
      expect(await totalRows(workspace)).toBe(38);
    }));

  test("loads the files after one that fails, then names each that failed", () =>
    withWorkspace(async (workspace, file) => {
      const [a, bad, c] = [await file("a.txt", aliases(0, 2)), await file("b.txt", ["bad"]), await file("c.txt", aliases(2, 5))];
      const none = join(folder, "none.txt");
      const error = await errorOf(loadSource(workspace, parts, [a, bad, none, c]));
      expect(error).toMatchObject({ code: "LM_LOAD_INCOMPLETE", exitCode: 2 });
      const [head, ...rest] = error?.message.split(/\n {2}/) ?? [];
      expect(head).toBe("2 of 4 files are loaded; not loaded:");
      expect(rest).toEqual([
        expect.stringMatching(/b\.txt: LM_LOAD_TOO_MANY_REJECTS: 1 of 1 records/),
        "  b.txt:2: it says bad",
        expect.stringMatching(/none\.txt: LM_FILE_NOT_FOUND: There is no file/),
      ]);
      expect(error?.details).toMatchObject({
        loads: [
          { path: a, rows: 2, already: false },
          { path: c, rows: 3, already: false },
        ],
        failed: [
          { path: bad, code: "LM_LOAD_TOO_MANY_REJECTS", details: { bad: 1 } },
          { path: none, code: "LM_FILE_NOT_FOUND" },
        ],
      });
      expect(await totalRows(workspace)).toBe(5);
      const again = await errorOf(loadSource(workspace, parts, [a, bad, c]));
      expect(again?.details).toMatchObject({ loads: [{ already: true }, { already: true }], failed: [{ path: bad }] });
    }));

  test.each([
    ["a fault of the workspace", new LevermapError("LM_WORKSPACE_DAMAGED", "torn")],
    ["a fault of Levermap", new LevermapError("LM_INTERNAL", "oh")],
    ["a fault without a code", new Error("oh")],
    ["a stop", null],
  ])("ends at once at %s", (_, fault) =>
    withWorkspace(async (workspace, file) => {
      const paths = [await file("a.txt", aliases(0, 2)), await file("b.txt", aliases(2, 4)), await file("c.txt", aliases(4, 6))];
      const stop = new AbortController();
      const failing: Source = {
        ...parts,
        async *read(files, effects) {
          if (files[0] !== paths[1]) yield* parts.read(files, effects);
          else if (fault !== null) throw fault;
          else stop.abort(new LevermapError("LM_INTERRUPTED", "Stopped."));
        },
      };
      const load = loadSource(workspace, failing, paths, {}, { ...quietEffects, signal: stop.signal });
      const thrown: unknown = await load.catch((reason: unknown) => reason);
      expect(thrown).toBe(fault ?? stop.signal.reason);
      expect((await workspace.status()).map(({ path }) => path)).toEqual([paths[0]]);
    }),
  );

  test("counts a record of several rows once", () =>
    withWorkspace(async (workspace, file) => {
      const rows = Array.from({ length: 50 }, (_, seed) => fakeRow("alias", seed));
      const path = await file("wide.txt", [rows, rows, "bad"]);
      expect(await codeOf(loadSource(workspace, parts, [path]))).toBe("LM_LOAD_TOO_MANY_REJECTS");
      expect(await codeOf(loadSource(workspace, parts, [path], { maxRejects: 0.34 }))).toBeNull();
    }));

  test("rejects rows that do not fit their table", () =>
    withWorkspace(async (workspace, file) => {
      const stage = fakeRow("stage", 1).row;
      const misfits = [
        { ...stage, position: 1.5 },
        { ...stage, position: 2 ** 31 },
        { ...stage, id: null },
        { ...stage, name: 4 },
        { id: "x", name: "y" },
      ];
      const lines = [fakeRow("stage", 1), ...misfits.map((row) => ({ table: "stage" as const, row }))];
      const { loads } = await loadSource(workspace, parts, [await file("misfits.txt", lines)], { maxRejects: 1 });
      expect(loads[0]).toMatchObject({ rows: 1, rejects: 5 });
      expect((await workspace.rejects()).map((reject) => reject.reason)).toEqual([
        "stage.position is not a whole number of 32 bits",
        "stage.position is not a whole number of 32 bits",
        "stage.id is missing",
        "stage.name is not text",
        "stage.position is not a number",
      ]);
    }));

  test.each([1, 3, 9])("leaves nothing when stopped after %i batches", (stopAt) =>
    withWorkspace(async (workspace, file) => {
      const path = await file("long.txt", [...aliases(0, 40_000), "bad"]);
      const stop = new AbortController();
      const seen: number[] = [];
      const progress = {
        report: (done: number): void => {
          if (seen.push(done) === stopAt) stop.abort();
        },
      };
      const load = loadSource(workspace, parts, [path], {}, { ...quietEffects, progress, signal: stop.signal });
      await expect(load).rejects.toMatchObject({ name: "AbortError" });
      expect(seen).toHaveLength(stopAt);
      expect([await workspace.status(), await workspace.rejects(), await totalRows(workspace)]).toEqual([[], [], 0]);
      expect(await loadSource(workspace, parts, [path])).toMatchObject({ rows: 40_000, rejects: 1 });
    }),
  );

  test("leaves nothing when the reader fails, though little was read", () =>
    withWorkspace(async (workspace, file) => {
      const path = await file("a.txt", aliases(0, 3));
      const failing: Source = {
        ...parts,
        async *read(files, effects) {
          yield* parts.read(files, effects);
          throw new Error("the disk is gone");
        },
      };
      await expect(loadSource(workspace, failing, [path])).rejects.toThrow("the disk is gone");
      globalThis.gc?.();
      expect([await workspace.status(), await totalRows(workspace)]).toEqual([[], 0]);
    }));

  test("refuses a file that changes while it is read", () =>
    withWorkspace(async (workspace, file) => {
      const path = await file("a.txt", aliases(0, 3));
      const slow: Source = {
        ...parts,
        async *read(files, effects) {
          yield* parts.read(files, effects);
          await writeFile(path, "something else");
        },
      };
      expect(await codeOf(loadSource(workspace, slow, [path]))).toBe("LM_FILE_UNREADABLE");
      expect(await totalRows(workspace)).toBe(0);
    }));

  test("tells a missing file and a bad edition", () =>
    withWorkspace(async (workspace, file) => {
      expect(await codeOf(loadSource(workspace, parts, [join(folder, "none.txt")]))).toBe("LM_FILE_NOT_FOUND");
      expect(await codeOf(loadSource(workspace, parts, [folder]))).toBe("LM_FILE_UNREADABLE");
      expect(await codeOf(loadSource(workspace, parts, [await file("a.txt", [])], { edition: "26" }))).toBe("LM_USAGE");
      expect(await codeOf(workspace.rejects("none"))).toBe("LM_LOAD_UNKNOWN");
      expect(await codeOf(workspace.allRows("alias", "none"))).toBe("LM_LOAD_UNKNOWN");
      expect(await codeOf(unloadSource(workspace, "none"))).toBe("LM_LOAD_UNKNOWN");
    }));
});

describe("rows", () => {
  test("are found by equal values, lists and unknowns", () =>
    withWorkspace(async (workspace, file) => {
      const economy = (id: string, gdp: number | null): FakeLine => ({
        table: "economy",
        row: { id, name: `Name ${id}`, gdp, gdp_year: null, source: null },
      });
      await loadSource(workspace, parts, [
        await file("e.txt", [economy("AA", 1), economy("BB", null), economy("CC", 2.5), economy("D'D", 2.5)]),
      ]);
      const ids = async (where: Parameters<typeof workspace.rows<"economy">>[1]): Promise<string[]> =>
        (await workspace.rows("economy", where)).map((row) => row.id);
      expect(await ids({ gdp: 2.5 })).toEqual(["CC", "D'D"]);
      expect(await ids({ gdp: 2.5, id: "D'D" })).toEqual(["D'D"]);
      expect(await ids({ gdp: null })).toEqual(["BB"]);
      expect(await ids({ id: ["CC", "AA", "' OR 1=1 --"] })).toEqual(["AA", "CC"]);
      expect(await ids({ id: [] })).toEqual([]);
      await expect(workspace.rows("economy", { 'id" = id OR "id': "x" } as never)).rejects.toThrow(TypeError);
    }));

  test("are those of the views, in the same order", () =>
    withWorkspace(async (workspace, file) => {
      const lines = Array.from({ length: 6000 }, (_, seed) => fakeRow(seed % 2 === 0 ? "share" : "alias", seed));
      await loadSource(workspace, parts, [await file("b.txt", lines), await file("a.txt", lines.slice(0, 3001))]);
      await loadSource(workspace, parts, [await file("b.txt", lines.slice(5))]);
      for (const table of tableNames) {
        const view = await workspace.use((connection) => query(connection, `SELECT * FROM "current_${table}"`));
        expect(await workspace.rows(table)).toEqual(view);
      }
      expect(await workspace.rows("share")).toHaveLength(1501 + 2997);
    }));

  test("may be asked for at the same time", () =>
    withWorkspace(async (workspace, file) => {
      const lines = tableNames.flatMap((table) => Array.from({ length: 50 }, (_, seed) => fakeRow(table, seed)));
      await loadSource(workspace, parts, [await file("all.txt", lines)]);
      const all = await Promise.all(tableNames.flatMap((table) => [workspace.rows(table), workspace.rows(table)]));
      expect(all.map((rows) => rows.length)).toEqual(all.map(() => 50));
    }));
});
