import { describe, expect, it } from "vitest";
import { statusOutside } from "../../../src/answers/shared/status-outside.ts";
import { pathsText } from "../../../src/report/workspace/status.ts";

const told = (path: string) => {
  const load = {
    id: "1",
    source: "atlas",
    edition: null,
    path,
    rows: 1,
    rejects: 0,
    loadedAt: "",
    current: true,
    usedBefore: null,
    notice: "",
  };
  const status = { workspace: "/srv/secret/levermap", schemaVersion: 12, loads: [load], tables: [], evidence: { loads: [] } };
  const { workspace, loads } = statusOutside(status);
  return [workspace, loads[0]?.path];
};

describe("the status as others are told it", () => {
  it.each([
    ["/home/jane/lists/sdn.xml", "sdn.xml"],
    ["C:\\data\\jane\\sdn.xml", "sdn.xml"],
    ["/srv/secret/atlas/a.csv, /srv/secret/atlas/b.csv", "atlas/a.csv, atlas/b.csv"],
    ["sdn.xml", "sdn.xml"],
  ])("%s is told as %s, and no more of the machine", (path, wanted) => expect(told(path)).toEqual(["levermap", wanted]));

  it("is told in short as before", () =>
    expect(pathsText(String(told("/srv/secret/atlas/a.csv, /srv/secret/atlas/b.csv")[1]))).toBe("atlas (2 files)"));
});
