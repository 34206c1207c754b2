import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../src/library/load.ts";
import { open } from "../../src/library/open.ts";
import { type UpdateOptions, update } from "../../src/library/update/update.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { isLong, some } from "../tiers.ts";
import { codeOf, keptEffects, temporaryFolder } from "../workspace/folder.ts";
import { desk, type Listed, listedParties, ownedFirms, ownedList, ownersMapping, screeningList } from "./cases/invented-desk.ts";

const folder = temporaryFolder();
const parties = listedParties(12);
const [first, second, third, ...others] = parties as readonly [Listed, Listed, Listed, ...Listed[]];
const quick: UpdateOptions = { limits: { retries: 1, retryDelay: 1 } };

/** What the publisher answers with, by the name of the file. */
const published = new Map<string, { readonly status?: number; readonly text: string }>();
const server = createServer((request, response) => {
  const { status = 200, text } = published.get(request.url!.slice(1)) ?? { status: 404, text: "" };
  response.writeHead(status, { "content-type": "text/csv" }).end(text);
});
let address = "";
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [name, text] of [
    ["owners.yaml", ownersMapping],
    ["owners.csv", ownedList(ownedFirms(3))],
  ] as const)
    writeFileSync(join(template.dir, name), text);
  await load(
    template.dir,
    "party-list",
    ["owners.yaml", "owners.csv"].map((name) => join(template.dir, name)),
  );
  writeFileSync(join(template.dir, "settings.yaml"), settings("template"));
  published.set("template.csv", { text: screeningList([first, second, ...others]) });
  const { lists } = await update(template.dir, quick);
  expect(lists.map(({ source, state }) => [source, state])).toEqual([
    ["csl", "loaded"],
    ["party-list", "unchanged"],
  ]);
});
afterAll(() => void server.close());

const template = await desk(folder, "template");

/** A workspace with two lists, of which the first was had from the publisher. */
async function made(name: string) {
  const made = await desk(folder, name, template.dir);
  writeFileSync(join(made.dir, "settings.yaml"), settings(name));
  published.set(`${name}.csv`, { text: screeningList([first, second, ...others]) });
  return made;
}

const settings = (name: string, more = ""): string => `lists:
  csl: [{ url: "${address}/${name}.csv", file: consolidated.csv }]
  party-list: [{ path: owners.csv, mapping: owners.yaml }]
${more}`;

async function partiesIn(dir: string): Promise<readonly string[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const rows = await workspace.rows("party_entry");
  workspace.close();
  return rows.flatMap(({ origin, name }) => (origin === "csl" ? [name] : [])).sort();
}

const namesOf = (rows: readonly Listed[]): readonly string[] => rows.map(({ name }) => name).sort();

describe("update", () => {
  it("tells what came, went and changed, and publishes it as one generation", async () => {
    const { dir } = await made("changes");
    const moved = { ...second, policy: "Case by case" };
    published.set("changes.csv", { text: screeningList([moved, third, ...others]) });
    const { changes, lists, generation } = await update(dir, quick);
    const [change] = changes;
    expect(changes).toHaveLength(1);
    expect([change!.added.map(({ name }) => name), change!.removed.map(({ name }) => name)]).toEqual([[third.name], [first.name]]);
    expect(change!.changed.map(({ name, changes: each }) => [name, each.map(({ column }) => column)])).toEqual([[second.name, ["policy"]]]);
    expect(lists.map(({ file, how, state }) => [file, how, state])).toEqual([
      ["consolidated.csv", "fetched", "loaded"],
      ["owners.csv", "read", "unchanged"],
    ]);
    expect(await partiesIn(dir)).toEqual(namesOf([second, third, ...others]));
    const map = await open(dir);
    expect([map.generation, (await map.status()).loads.filter(({ source }) => source === "csl").length]).toEqual([generation, 2]);
    map.close();
  });

  it("leaves the workspace as it was where nothing is new", async () => {
    const { dir } = await made("same");
    const before = await stat(join(dir, "levermap.duckdb"));
    const reader = await open(dir);
    mkdirSync(join(dir, ".next", "copy-x"), { recursive: true });
    const { generation, lists } = await update(dir, quick);
    expect([generation, lists.map(({ state }) => state)]).toEqual([null, ["unchanged", "unchanged"]]);
    // Nor what one that was killed as it ended left beside it
    expect(existsSync(join(dir, ".next"))).toBe(false);
    const after = await stat(join(dir, "levermap.duckdb"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    reader.close();
  });

  it.runIf(isLong)("follows a publisher that takes a change back", async () => {
    const { dir } = await made("back");
    const rows = [
      [first, ...others],
      [first, second, ...others],
      [first, ...others],
    ];
    for (const each of rows) {
      published.set("back.csv", { text: screeningList(each) });
      expect((await update(dir, quick)).generation).not.toBeNull();
      expect(await partiesIn(dir)).toEqual(namesOf(each));
    }
    expect((await update(dir, quick)).generation).toBeNull();
  });

  const faults = [
    ["is not answered", { status: 500, text: "" }, "LM_FETCH_FAILED"],
    ["is not there", { status: 404, text: "" }, "LM_FETCH_FAILED"],
    ["breaks off", { text: `${screeningList([first])}"Entity List (EL) - Bureau` }, "LM_LOAD_BROKEN_OFF"],
    ["is cut off between two records", { text: screeningList(parties.slice(0, 4)) }, "LM_LOAD_SHRUNK"],
    ["is something else", { text: "<html>Down for maintenance</html>" }, "LM_LOAD_UNRECOGNISED"],
  ] as const;
  it.each(some(faults, [faults[0], faults[3]]))(
    "keeps a list whose file %s, tells why, and publishes what is new of the others",
    async (what, answer, code) => {
      const name = what.replaceAll(" ", "-");
      const { dir } = await made(name);
      published.set(`${name}.csv`, answer);
      const alone = await update(dir, quick);
      expect(alone.lists.map(({ state, fault }) => [state, fault?.code])).toContainEqual(["failed", code]);
      expect(alone.generation).toBeNull();
      writeFileSync(join(dir, "owners.csv"), ownedList(ownedFirms(4)));
      const beside = await update(dir, quick);
      expect(beside.lists.map(({ source, state, fault }) => [source, state, fault?.code ?? null]).sort()).toEqual([
        ["csl", "failed", code],
        ["party-list", "loaded", null],
      ]);
      expect(beside.changes.map(({ source, added }) => [source, added.length])).toEqual([["party-list", 1]]);
      expect(await partiesIn(dir)).toEqual(namesOf([first, second, ...others]));
      published.set(`${name}.csv`, { text: screeningList([first, ...others]) });
      expect((await update(dir, quick)).changes.map(({ removed }) => removed.map(({ name: gone }) => gone))).toEqual([[second.name]]);
    },
  );

  it("asks no publisher where it may not, and reads files again where they were loaded from", async () => {
    const { dir, lists } = await desk(folder, "offline");
    await lists("2026-06-01", [first]);
    expect((await update(dir, { fetch: false })).lists).toMatchObject([{ source: "csl", how: "read", state: "unchanged" }]);
    writeFileSync(join(folder, "offline-csl-2026-06-01.csv"), screeningList([first, second]));
    expect((await update(dir, { fetch: false })).changes.map(({ added }) => added.map(({ name }) => name))).toEqual([[second.name]]);
    rmSync(join(folder, "offline-csl-2026-06-01.csv"));
    expect((await update(dir, { fetch: false })).lists).toMatchObject([{ state: "failed", fault: { code: "LM_FILE_NOT_FOUND" } }]);
  });

  it("needs lists and valid settings, and ends at once when it is stopped", async () => {
    const { dir } = await desk(folder, "none");
    expect(await codeOf(update(dir))).toBe("LM_NO_LISTS");
    for (const bad of ["lists: 1", "lists: { csl: [] }", "list: {}", 'lists: { csl: [{ url: "ftp://x/y", file: y }] }', "lists: ["]) {
      writeFileSync(join(dir, "settings.yaml"), bad);
      expect([bad, await codeOf(update(dir))]).toEqual([bad, "LM_SETTINGS_INVALID"]);
    }
    writeFileSync(join(dir, "settings.yaml"), 'lists: { csl: [{ url: "http://127.0.0.1/x", file: ../../x.csv }] }');
    expect(await codeOf(update(dir))).toBe("LM_SETTINGS_INVALID");
    const stopped = { ...keptEffects(), signal: AbortSignal.abort(new Error("stop")) };
    await expect(update((await made("stopped")).dir, { ...quick, effects: stopped })).rejects.toThrow("stop");
  });
});
