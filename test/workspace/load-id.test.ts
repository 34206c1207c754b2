import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileStamps, fingerprint, type LoadIdentity } from "../../src/workspace/load-id.ts";
import { codeOf, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const identity: LoadIdentity = { source: "one", dataset: "set", edition: "2026-01", settings: [] };

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

const idOf = async (files: readonly string[], more: Partial<LoadIdentity> = {}): Promise<string> =>
  (await fingerprint({ ...identity, ...more }, files, new AbortController().signal)).id;

describe("the id of a load", () => {
  test("is 16 hex digits, the same for the same content under the same name anywhere", async () => {
    const [here, there] = [await fileOf("here/a.csv", "text"), await fileOf("there/a.csv", "text")];
    expect(await idOf([here])).toMatch(/^[0-9a-f]{16}$/);
    expect(await idOf([there])).toBe(await idOf([here]));
  });

  test.each<[string, Partial<LoadIdentity>]>([
    ["source", { source: "other" }],
    ["data set", { dataset: "other" }],
    ["edition", { edition: "2026-02" }],
    ["edition where none is told", { edition: null }],
    ["settings", { settings: ["mapping"] }],
  ])("differs by %s", async (_, more) => {
    const file = await fileOf("a.csv", "text");
    expect(await idOf([file], more)).not.toBe(await idOf([file]));
  });

  test("differs by content, by name, by the files and their order, and by where settings part", async () => {
    const [a, b, c, other] = [
      await fileOf("a.csv", "text"),
      await fileOf("b.csv", "text"),
      await fileOf("c.csv", "more"),
      await fileOf("elsewhere/a.csv", "Text"),
    ];
    const ids = [await idOf([a]), await idOf([b]), await idOf([other]), await idOf([a, c]), await idOf([c, a])];
    const set = [
      await idOf([a], { settings: ["x", "y"] }),
      await idOf([a], { settings: ["xy"] }),
      await idOf([a], { settings: ["y", "x"] }),
    ];
    expect(new Set([...ids, ...set]).size).toBe(8);
  });
});

describe("what files are made of", () => {
  const printed = async (...files: string[]) => fingerprint(identity, files, new AbortController().signal);

  test("sizes are summed, and one that is no plain text makes the whole none", async () => {
    const [a, b] = [await fileOf("a.csv", "text"), await fileOf("b.bin", "a\u0000b")];
    expect(await printed(a)).toMatchObject({ bytes: 4, plain: true });
    expect(await printed(a, b)).toMatchObject({ bytes: 7, plain: false });
    expect(await printed(b, a)).toMatchObject({ plain: false });
  });

  test("the sum is that of the file, of several that of their list as sha256sum prints it", async () => {
    const [a, c] = [await fileOf("a.csv", "text"), await fileOf("c.csv", "more")];
    const text = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";
    expect((await printed(a)).sha256).toBe(text);
    expect((await printed(a, c)).sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await printed(a, c)).sha256).not.toBe(text);
  });

  test("a file that is not there, a folder, and a run that was stopped", async () => {
    const file = await fileOf("a.csv", "text");
    const stopped = AbortSignal.abort(new Error("stopped"));
    expect(await codeOf(printed(join(folder, "none.csv")))).toBe("LM_FILE_NOT_FOUND");
    expect(await codeOf(printed(folder))).toBe("LM_FILE_UNREADABLE");
    expect(await codeOf(fileStamps([join(folder, "none.csv")]))).toBe("LM_FILE_NOT_FOUND");
    expect(await codeOf(fileStamps([folder]))).toBe("LM_FILE_UNREADABLE");
    await expect(fingerprint(identity, [file], stopped)).rejects.toThrow("stopped");
  });

  test("stamps change with the size of any file", async () => {
    const [a, c] = [await fileOf("a.csv", "text"), await fileOf("c.csv", "more")];
    const before = await fileStamps([a, c]);
    await writeFile(c, "more and more");
    expect(await fileStamps([a, c])).not.toBe(before);
  });
});
