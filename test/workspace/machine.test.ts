import { totalmem } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../../src/workspace/database.ts";
import { machineOf, memoryBytes, threadCount } from "../../src/workspace/machine.ts";
import { query } from "../../src/workspace/query.ts";
import { temporaryFolder } from "./folder.ts";

const usage = expect.objectContaining({ code: "LM_USAGE" });

afterEach(() => vi.unstubAllEnvs());

describe("what of the machine may be used", () => {
  it("is the usual where nothing is said", () => {
    expect(machineOf({})).toEqual({ memory: null, threads: null });
    expect(machineOf({ LEVERMAP_MEMORY: "", LEVERMAP_THREADS: "" })).toEqual({ memory: null, threads: null });
  });

  it("is read as people write it", () => {
    expect(machineOf({ LEVERMAP_MEMORY: "0.5GB", LEVERMAP_THREADS: "3" })).toEqual({ memory: 5e8, threads: 3 });
    expect(memoryBytes("256MB", "--memory")).toBe(256e6);
    expect(memoryBytes("256 MiB", "--memory")).toBe(2 ** 28);
  });

  it.each(["", "4", "GB", "-1GB", "1e3GB", "255MB", "0GB", "4gb", "4GB4", "99999TB", `${Math.ceil(totalmem() / 1e6) + 1}MB`])(
    "refuses %j as memory",
    (text) => {
      expect(() => memoryBytes(text, "--memory")).toThrow(usage);
      if (text !== "") expect(() => machineOf({ LEVERMAP_MEMORY: text })).toThrow(usage);
    },
  );

  it.each(["0", "257", "1.5", "-1", "two", "0x2", " 2"])("refuses %j as threads", (text) => {
    expect(() => threadCount(text, "--threads")).toThrow(usage);
    expect(() => machineOf({ LEVERMAP_THREADS: text })).toThrow(usage);
  });

  it("bounds the database engine in every mode, and a value that is not understood opens nothing", async () => {
    const path = `${temporaryFolder()}/levermap.duckdb`;
    const settings = async (mode: "read" | "export" | "write"): Promise<unknown> => {
      const database = await openDatabase(path, mode);
      try {
        return (
          await query(
            database.connection,
            "SELECT current_setting('memory_limit') AS memory, current_setting('threads')::INTEGER AS threads",
          )
        )[0];
      } finally {
        database.close();
      }
    };
    expect(await settings("write")).toMatchObject({ memory: "3.7 GiB" });
    expect(await settings("read")).toEqual({ memory: "953.6 MiB", threads: 2 });
    vi.stubEnv("LEVERMAP_MEMORY", "512MiB");
    vi.stubEnv("LEVERMAP_THREADS", "1");
    for (const mode of ["write", "export", "read"] as const) expect(await settings(mode)).toEqual({ memory: "512.0 MiB", threads: 1 });
    vi.stubEnv("LEVERMAP_THREADS", "many");
    await expect(settings("read")).rejects.toThrow(usage);
    vi.stubEnv("LEVERMAP_THREADS", "2");
    expect(await settings("read")).toEqual({ memory: "512.0 MiB", threads: 2 });
  });
});
