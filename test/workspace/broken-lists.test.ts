import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import type { Source } from "../../src/sources/format/source.ts";
import { sources } from "../../src/sources/index.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { controlsFixtures } from "../sources/controls/fixtures-controls.ts";
import { emptyWorkspace } from "./empty.ts";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
let workspace: Workspace;

beforeAll(async () => {
  await emptyWorkspace(join(folder, "workspace"));
  workspace = await openWorkspace(join(folder, "workspace"), { mode: "write" });
});
afterAll(() => workspace.close());

/** Loads with every allowance for bad records; the code of what it throws, `null` if it is loaded. */
async function codeOfLoad(source: string, name: string, content: string | Buffer): Promise<string | null> {
  const file = join(folder, name);
  await writeFile(file, content);
  try {
    await loadSource(workspace, sources.get(source) as Source, [file], { maxRejects: 1 });
    return null;
  } catch (thrown) {
    if (!(thrown instanceof LevermapError)) throw thrown;
    return thrown.code;
  }
}

const refused = ["LM_LOAD_BROKEN_OFF", "LM_LOAD_UNRECOGNISED", "LM_FILE_UNREADABLE"];
const jsonFiles = controlsFixtures.flatMap(({ source, files }) =>
  Object.entries(files).flatMap(([name, text]) => (name.endsWith(".json") ? [{ source, name: basename(name), text }] : [])),
);

describe("a list, a control list or a timeline that breaks off", () => {
  it.each(jsonFiles)("is refused whole, wherever it is cut: $source $name", async ({ source, name, text }) => {
    for (let part = 1; part < 12; part++) {
      const cut = text.slice(0, Math.floor((text.trimEnd().length * part) / 12));
      expect([part, await codeOfLoad(source, name, cut)]).toEqual([part, expect.toBeOneOf(refused)]);
    }
    expect(await codeOfLoad(source, name, text.trimEnd().slice(0, -1))).toBeOneOf(["LM_LOAD_BROKEN_OFF", "LM_FILE_UNREADABLE"]);
    expect((await workspace.status()).filter(({ source: of, dataset }) => of === source && dataset === name)).toEqual([]);
  });

  const header = "source,name,addresses,federal_register_notice,alt_names\n";
  const row = (name: string): string => `Entity List (EL) - Bureau of Industry and Security,${name},CN,,"One; Two"\n`;
  const whole = header + Array.from({ length: 40 }, (_, at) => row(`Nord ${at} Ltd`)).join("");

  it.each([
    ["in a quoted cell", whole.slice(0, -4)],
    ["in a quoted cell, a line end after it", `${whole.slice(0, -4)}\n`],
    ["after a cell", whole.slice(0, whole.lastIndexOf(","))],
  ])("is refused as CSV that is cut %s", async (_, text) => {
    expect(await codeOfLoad("csl", "cut.csv", text)).toBe("LM_LOAD_BROKEN_OFF");
    expect((await workspace.status()).filter(({ dataset }) => dataset === "cut.csv")).toEqual([]);
  });

  it("is refused where its archive is cut", async () => {
    const packed = gzipSync(
      Buffer.from(
        Array.from({ length: 2000 }, (_, at) => row(`${Math.sin(at)} ${at * 7919} Ltd`)).reduce((all, each) => all + each, header),
      ),
    );
    expect(await codeOfLoad("csl", "cut.csv.gz", packed.subarray(0, Math.floor(packed.length * 0.9)))).toBe("LM_LOAD_BROKEN_OFF");
  });

  it("is refused as XML whose table does not end", async () => {
    const cells = (name: string): string =>
      `<TR>${["China", name, "For all items", "Denial", "85 FR 1, 1/2/20"].map((cell) => `<TD>${cell}</TD>`).join("")}</TR>`;
    const text = `<DIV9 N="Supplement No. 4 to Part 744"><TABLE>${cells("Nord Ltd")}${cells("Sund Ltd")}</TABLE></DIV9>`;
    for (const end of [text.indexOf("Sund"), text.lastIndexOf("<TR>"), text.indexOf("</TABLE>")])
      expect(await codeOfLoad("entity-list", "cut.xml", text.slice(0, end))).toBe("LM_LOAD_BROKEN_OFF");
    expect(await codeOfLoad("entity-list", "whole.xml", text)).toBeNull();
  });

  it("is refused as JSON lines whose last is cut", async () => {
    const line = '{"title":"Entity List","document_number":"2020-3","published":"2020-12-22","url":""}\n';
    expect(await codeOfLoad("rules", "cut.jsonl", line.repeat(30) + line.slice(0, 40))).toBe("LM_LOAD_BROKEN_OFF");
    expect(await codeOfLoad("rules", "whole.jsonl", line.repeat(30).trimEnd())).toBeNull();
  });

  it("is no file with bad records within, or without a line end at its end", async () => {
    const bad = whole.replace(row("Nord 7 Ltd"), "Entity List,too few\n");
    expect(await codeOfLoad("csl", "bad.csv", bad)).toBeNull();
    expect(await codeOfLoad("csl", "unended.csv", whole.trimEnd())).toBeNull();
    expect((await workspace.status()).find(({ dataset }) => dataset === "bad.csv")?.rejects).toBe(1);
  });
});
