import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { update } from "../../../src/library/update/update.ts";
import { inventedList, inventedParties } from "../../../src/link/party-lists.ts";
import { screenView as screenViewSaid } from "../../../src/report/screen/screen.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { english } from "../../words/english.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const screenView = english(screenViewSaid);

const asOf = "2026-11-30";
const csl = `source,name,type,addresses,federal_register_notice,alt_names,start_date,end_date
Entity List (EL) - Bureau of Industry and Security,Norvik Optronika OOO,Entity,RU,,Norvik Optronics,2022-03-01,
`;

describe("the list of parties that do not exist", () => {
  const dir = join(temporaryFolder(), "workspace");
  const asked = async <T>(ask: (map: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const map = await open(dir, { asOf });
    try {
      return await ask(map);
    } finally {
      await map.close();
    }
  };
  const screen = (...names: readonly string[]) => asked((map) => map.screen({ queries: names.map((name) => ({ name })) }));

  beforeAll(async () => {
    await createWorkspace(dir);
    const { rejects } = await load(dir, "party-list", [inventedList, inventedParties]);
    expect(rejects).toBe(0);
  });

  it("is there to try screening with, in any script, and says of itself that it is invented", async () => {
    const names = [
      "Nowhere Lithography",
      "乌有光刻设备有限公司",
      "가공반도체",
      "Нигде Микроэлектроника",
      "Atlantis Deep Ultraviolet Systems",
    ];
    const report = await screen(...names);
    expect(report.results.map(({ matched, hits, notInForce }) => [matched, hits.length > 0, notInForce.length > 0])).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, true],
      [true, true, false],
      [false, false, true],
    ]);
    expect(report.lists.map(({ title }) => title)).toEqual(["INVENTED LIST, to try screening with: no party on it exists"]);
    expect(report.statement).toContain("no party on it exists");
    expect(screenView(report).finding).toMatch(/^On an invented list, to try this with: /);
  });

  it("never says of anybody else that there is no match", async () => {
    const report = await screen("Huawei");
    expect(report.results[0]).toMatchObject({ matched: false, fault: { code: "LM_NO_LISTS" } });
    expect(screenView(report).finding).toBe(
      '"Huawei": No list of parties that exist is loaded, and no party on the invented one is called that.',
    );
  });

  it("is no list to any other question", async () => {
    const { lists, diff, found } = await asked(async (map) => ({
      lists: (await map.controlsList({})).lists,
      diff: await map.controlsDiff({ from: "2020-01-01", to: asOf }),
      found: await map.find({ query: "Nowhere" }),
    }));
    expect(lists).toEqual([]);
    expect(diff).toMatchObject({ hasLists: false, added: [] });
    expect(found.notLoaded.join(" ")).toContain("No list of parties that exist is loaded");
    await expect(asked((map) => map.owners({ party: "Nowhere Lithography" }))).rejects.toMatchObject({ code: "LM_NO_LISTS" });
    await expect(update(dir)).rejects.toMatchObject({ code: "LM_NO_LISTS" });
  });

  it("gives way to the first real list", async () => {
    const files = join(dir, "..", "files");
    await mkdir(files);
    await writeFile(join(files, "consolidated.csv"), csl);
    await load(dir, "csl", [join(files, "consolidated.csv")]);
    const report = await screen("Norvik Optronics", "Nowhere Lithography Works");
    expect(report.results.map(({ matched, fault }) => [matched, fault])).toEqual([
      [true, null],
      [false, null],
    ]);
    expect(report.lists.map(({ list }) => list)).not.toContain(inventedList);
    expect(report.statement).toMatch(/^No match is not clearance/);
  });
});
