import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportAudit } from "../../../src/library/cases/audit.ts";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { unload } from "../../../src/library/load.ts";
import { caseRows } from "../../../src/workspace/cases/case-rows.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { codeOf, keptEffects, temporaryFolder } from "../../workspace/folder.ts";
import { desk } from "./invented-desk.ts";
import { asOf, entry, one, openedDesk, parties, rowsOf } from "./opened-desk.ts";

const folder = temporaryFolder();

describe("customers", () => {
  it("are updated by their ids: the same file changes nothing, a change is a version with its day and user", async () => {
    const { dir, customers } = await openedDesk(folder, "customers", { ran: false });
    const table = (country: string): string =>
      `id,name,names,kind,country,born,identifiers\nA,Norvik,"Norvik AS; N.V.",company,${country},,lei: 5299; 77\nP,Ann Ode,,person,FR,1970-02,\n`;
    expect(await customers(table("NO"))).toMatchObject({ added: ["P"], changed: ["A"], same: 0, rejected: [], doubts: [] });
    expect(await customers(table("NO"))).toMatchObject({ added: [], changed: [], same: 2 });
    expect(await customers(table("Norway"))).toMatchObject({ changed: [], same: 2 });
    expect(await customers(table("SE"))).toMatchObject({ changed: ["A"], same: 1 });
    const rows = (await rowsOf(dir, "customer")).filter(({ id }) => id === "A");
    expect(rows.map(({ version, recorded_by }) => [version, recorded_by])).toEqual([
      [1, "anna"],
      [2, "anna"],
      [3, "anna"],
    ]);
    expect(JSON.parse(rows[1]!.content)).toEqual({
      id: "A",
      name: "Norvik",
      names: ["Norvik AS", "N.V."],
      kind: "organisation",
      country: "NO",
      countryAs: null,
      born: null,
      identifiers: [
        { scheme: "lei", value: "5299" },
        { scheme: "other", value: "77" },
      ],
      addresses: [],
    });
  });

  it("that a row does not tell are rejected with their line, the others are kept", async () => {
    const { customers } = await openedDesk(folder, "rejected", { ran: false });
    const rows = [
      "id,name,country,kind",
      "D,Good,,",
      ",No id,,",
      "E,...,,",
      "D,Twice,,",
      "F,cut",
      `G,${"x".repeat(1001)},,`,
      "H,Odd,Atlantis,robot",
      'I,Foo "Bar" Ltd,,',
      'J,"Foo "Bar" Ltd",,',
    ];
    const loaded = await customers(`${rows.join("\n")}\n`);
    expect(loaded.added).toEqual(["D", "H", "I"]);
    expect(loaded.rejected.map(({ line, id }) => [line, id])).toEqual([
      [3, null],
      [4, "E"],
      [5, "D"],
      [6, null],
      [7, "G"],
      [10, null],
    ]);
    expect(loaded.doubts.map(({ line, reason }) => [line, reason.slice(0, 12)])).toEqual([
      [8, '"Atlantis" i'],
      [8, '"robot" is n'],
    ]);
  });

  it("that a whole file lacks are closed and not screened, unless a row of it could not be read", async () => {
    const { dir, write } = await openedDesk(folder, "whole", { ran: false });
    const whole = (text: string) => loadCustomers(dir, write("whole.csv", text), { whole: true });
    expect(await whole("id,name\nA,Norvik\nbroken\n")).toMatchObject({ closed: [], doubts: [{ line: 0 }] });
    expect(await whole("id,name\nA,Norvik\n")).toMatchObject({ closed: ["B", "C"] });
    expect((await runCases(dir, { asOf })).customers).toBe(1);
    expect(await whole("id,name\nA,Norvik\nC,Ostrander Bakery\n")).toMatchObject({ changed: ["C"], closed: [] });
  });
});

describe("runs", () => {
  it("keep going over a customer that cannot be screened, and name it", async () => {
    const { dir } = await openedDesk(folder, "faults", { ran: false });
    const workspace = await openWorkspace(dir, { mode: "write" });
    const [known] = await caseRows(workspace, "customer", { id: "A" });
    const content = JSON.stringify({ ...JSON.parse(known!.content), id: "Z", name: "x".repeat(1001), names: [one.name] });
    await workspace.use((connection) =>
      connection.run("INSERT INTO customer VALUES ('Z', 1, 'active', 'x', $1, 'd', 'now', NULL)", [content]),
    );
    workspace.close();
    for (const screenedAgainstAll of [4, 1])
      expect(await runCases(dir, { asOf })).toMatchObject({
        customers: 4,
        screenedAgainstAll,
        faults: [{ customer: "Z", code: "LM_NAME_TOO_LONG" }],
      });
    const matched = (await rowsOf(dir, "case_match")).filter(({ customer }) => customer === "Z");
    expect(matched.map(({ entry: of }) => of)).toEqual([entry, entry]);
  });

  it("keep nothing where they are interrupted, and need lists", async () => {
    const { dir } = await openedDesk(folder, "interrupted", { ran: false });
    const stopped = new AbortController();
    stopped.abort(new Error("stopped"));
    await expect(runCases(dir, { asOf, effects: { ...keptEffects(), signal: stopped.signal } })).rejects.toThrow("stopped");
    expect(await rowsOf(dir, "case_run")).toEqual([]);
    const empty = await desk(folder, "no-lists");
    expect(await codeOf(runCases(empty.dir))).toBe("LM_NO_LISTS");
    expect(await codeOf(runCases(dir, { lists: ["no-such-list"] }))).toBe("LM_USAGE");
  });

  it("screen all again where the settings are others, where a load was removed, and where that is asked for", async () => {
    const { dir, lists } = await openedDesk(folder, "again", { ran: false });
    const kinds = async (options: Parameters<typeof runCases>[1]) => {
      const { kind, why } = await runCases(dir, { asOf, ...options });
      return [kind, why];
    };
    expect(await kinds({})).toEqual(["full", null]);
    expect(await kinds({})).toEqual(["delta", null]);
    expect(await kinds({ full: true })).toEqual(["full", "asked for"]);
    expect(await kinds({ lists: ["us-entity-list"] })).toEqual(["full", "the settings are others than in the run before"]);
    expect(await kinds({})).toEqual(["delta", null]);
    const { loads } = await lists("2026-07-01", parties);
    await kinds({ asOf: "2026-07-02" });
    await unload(dir, loads[0]!.id);
    expect(await kinds({ asOf: "2026-07-02" })).toEqual(["full", "a load that the run before saw was removed"]);
    expect(await codeOf(exportAudit(dir, 6, join(folder, "gone.jsonl")))).toBe("LM_RUN_GONE");
  });
});
