import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { exportGraph } from "../../src/library/export-graph.ts";
import { namedSource } from "../../src/library/named-source.ts";
import { initWorkspace } from "../../src/workspace/init.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { bundledWorkspace } from "../answers/bundled-workspace.ts";
import { smallAtlas } from "../answers/small-workspace.ts";
import { rowsOf } from "../corpus/invented-corpus.ts";
import { readGraphMl, readPajek } from "../measure/citations/read-graph.ts";
import { codeOf, temporaryFolder } from "../workspace/folder.ts";

const folder = temporaryFolder();
let dir: string;
let workspace: Workspace;
beforeAll(async () => {
  dir = await bundledWorkspace();
  workspace = await openWorkspace(dir, { mode: "read" });
});
afterAll(() => workspace?.close());

interface Tables {
  readonly documents: readonly { readonly document: string; readonly title: string | null; readonly day: string | null }[];
  readonly holders: ReadonlyMap<string, string>;
  readonly citations: readonly string[];
}

/** The same network from the tables, plainly. */
async function tables(): Promise<Tables> {
  const members = await rowsOf<{ document: string }>(
    workspace,
    "SELECT DISTINCT document FROM patent_technology WHERE technology = 'layer-transfer'",
  );
  const own = new Set(members.map(({ document }) => document));
  const all = await rowsOf<Tables["documents"][number]>(workspace, "SELECT document, title, day FROM patent_document");
  const held = await rowsOf<{ document: string; name: string }>(
    workspace,
    "SELECT document, name FROM document_holder JOIN holder USING (holder) ORDER BY document, position, name",
  );
  const holders = new Map<string, string>();
  for (const { document, name } of held) holders.set(document, holders.has(document) ? `${holders.get(document)}; ${name}` : name);
  const cited = await rowsOf<{ citing: string; cited: string }>(workspace, "SELECT citing, cited FROM patent_citation");
  const within = cited.filter(({ citing, cited: other }) => own.has(citing) && own.has(other) && citing !== other);
  return {
    documents: all.filter(({ document }) => own.has(document)),
    holders,
    citations: [...new Set(within.map(({ citing, cited: other }) => `${citing} ${other}`))].sort(),
  };
}

describe("the citations of a technology", () => {
  it("come back from GraphML as the tables have them", async () => {
    const path = join(folder, "a.graphml");
    const written = await exportGraph(dir, "layer-transfer", path);
    const { documents, holders, citations } = await tables();
    expect(written).toEqual({ path, documents: documents.length, citations: citations.length });
    expect(documents.length).toBe(75);
    const { nodes, edges } = readGraphMl(readFileSync(path, "utf8"));
    expect([...edges].sort()).toEqual(citations);
    expect(new Map(nodes.map(({ id, ...facts }) => [id, facts]))).toEqual(
      new Map(
        documents.map(({ document, title, day }) => {
          const holder = holders.get(document);
          return [document, { title, year: day?.slice(0, 4), ...(holder === undefined ? {} : { holder }) }];
        }),
      ),
    );
  });

  it("come back from Pajek as the tables have them, under an alias and in capitals too", async () => {
    const path = join(folder, "A.NET");
    await exportGraph(dir, "Layer transfer", path);
    const { documents, citations } = await tables();
    const { labels, arcs } = readPajek(readFileSync(path, "utf8"));
    const keys = labels.map((label) => label.split(" ")[0]);
    expect([...keys].sort()).toEqual(documents.map(({ document }) => document).sort());
    expect(arcs.map(([citing, cited]) => `${keys[citing - 1]} ${keys[cited - 1]}`).sort()).toEqual(citations);
  });

  it("never take the place of a file unless asked to, and leave nothing half-written", async () => {
    const path = join(folder, "kept.net");
    writeFileSync(path, "mine");
    expect(await codeOf(exportGraph(dir, "layer-transfer", path))).toBe("LM_EXPORT_EXISTS");
    expect(readFileSync(path, "utf8")).toBe("mine");
    const controller = new AbortController();
    controller.abort(new LevermapError("LM_INTERRUPTED", "Stopped."));
    const effects = { ...quietEffects, signal: controller.signal };
    expect(await codeOf(exportGraph(dir, "layer-transfer", path, { force: true, effects }))).toBe("LM_INTERRUPTED");
    expect(readFileSync(path, "utf8")).toBe("mine");
    await exportGraph(dir, "layer-transfer", path, { force: true });
    expect(readPajek(readFileSync(path, "utf8")).labels).toHaveLength(75);
    mkdirSync(join(folder, "folder.net"));
    expect(await codeOf(exportGraph(dir, "layer-transfer", join(folder, "folder.net"), { force: true }))).toBe("LM_EXPORT_EXISTS");
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("say what is wrong", async () => {
    for (const name of ["a.txt", "graphml", "a.net.gz", ""])
      expect(await codeOf(exportGraph(dir, "layer-transfer", join(folder, name)))).toBe("LM_USAGE");
    expect(await codeOf(exportGraph(dir, "layer-transfer", join(folder, "none", "a.net")))).toBe("LM_FILE_NOT_FOUND");
    expect(await codeOf(exportGraph(dir, "layer-transfer", join(folder, "kept.net", "a.net")))).toBe("LM_FILE_NOT_FOUND");
    expect(await codeOf(exportGraph(dir, "nothing", join(folder, "b.net")))).toBe("LM_TECHNOLOGY_UNKNOWN");
    const unmeasured = join(folder, "unmeasured");
    await initWorkspace(unmeasured, namedSource("atlas"), [smallAtlas], () => []);
    expect(await codeOf(exportGraph(unmeasured, "oven", join(folder, "b.net")))).toBe("LM_NOT_MEASURED");
    expect(readdirSync(folder)).not.toContain("b.net");
  });
});
