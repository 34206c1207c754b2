import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { keptFiles } from "../../src/workspace/kept-files.ts";
import { temporaryFolder } from "./folder.ts";
import { mulberry32 } from "./random.ts";

const bytes = (of: string): Buffer => Buffer.from(of);

const kills = Number(process.env.LEVERMAP_KILLS ?? 2);

const past = (folder: string, name: string, seconds = 3600): void =>
  utimesSync(join(folder, name), Date.now() / 1000 - seconds, Date.now() / 1000 - seconds);

/** A store that is not there yet, and its folder. */
function open(most = 100) {
  const folder = join(temporaryFolder(), "kept");
  return {
    folder,
    past: (name: string, seconds: number) => past(folder, name, seconds),
    of: (version: string) => keptFiles(folder, version, most),
  };
}

describe("kept files", () => {
  it("hold any bytes, and tell whether there are some", async () => {
    const { of } = open();
    const all = Buffer.from(Uint8Array.from({ length: 256 }, (_, i) => i));
    expect([await of("one").has("q"), await of("one").read("q")]).toEqual([false, null]);
    await of("one").write("q", all);
    expect([await of("one").has("q"), await of("two").has("q"), await of("one").has("p")]).toEqual([true, false, false]);
    expect(await of("one").read("q")).toEqual(all);
    await of("one").write("q", Buffer.alloc(0));
    expect(await of("one").read("q")).toEqual(Buffer.alloc(0));
  });

  it("stay beside those of a newer version while both may be asked for, then go; files of others stay", async () => {
    const { folder, of, past } = open();
    mkdirSync(folder);
    writeFileSync(join(folder, "notes.json"), "mine");
    for (const question of ["a", "b"]) await of("one").write(question, bytes("1"));
    const old = readdirSync(folder).filter((name) => name !== "notes.json");
    await of("two").write("a", bytes("2"));
    expect([await of("one").read("a"), await of("two").read("a")]).toEqual([bytes("1"), bytes("2")]);
    for (const name of old) past(name, 700);
    await of("two").write("b", bytes("2"));
    expect(await of("one").read("a")).toBeNull();
    expect(readdirSync(folder)).toHaveLength(3);
    expect(readFileSync(join(folder, "notes.json"), "utf8")).toBe("mine");
  });

  it("are at most so many of all versions, the oldest go; what a killed writer left goes as well, and is never read", async () => {
    const { folder, of, past } = open(3);
    const [kept, other] = [of("one"), of("two")];
    for (const [at, question] of ["a", "b", "c"].entries()) {
      const before = new Set(at === 0 ? [] : readdirSync(folder));
      await (question === "b" ? other : kept).write(question, bytes(question));
      past(readdirSync(folder).find((name) => !before.has(name))!, 100 - at);
    }
    const [name] = readdirSync(folder);
    const parts = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"].map((id) => `${name}.${id}`);
    for (const part of parts) writeFileSync(join(folder, part), "half");
    past(parts[0]!, 3600);
    await kept.write("d", bytes("d"));
    expect(await Promise.all(["a", "c", "d"].map((question) => kept.read(question)))).toEqual([null, bytes("c"), bytes("d")]);
    expect(await other.read("b")).toEqual(bytes("b"));
    expect(readdirSync(folder)).not.toContain(parts[0]);
    expect(readdirSync(folder)).toContain(parts[1]);
  });

  it("are whole after a writer was killed at any moment, and written anew by the next", async () => {
    const { folder, of } = open(1000);
    const entry = fileURLToPath(new URL("./kept-child.ts", import.meta.url));
    const bundle = fileURLToPath(new URL(`../../node_modules/.cache/levermap-kept-${process.pid}/`, import.meta.url));
    await build({ configFile: false, logLevel: "error", build: { ssr: entry, outDir: bundle, emptyOutDir: true, target: "node20" } });
    const random = mulberry32(20261129);
    let seen = 0;
    for (let kill = 0; kill < kills; kill++) {
      const child = fork(join(bundle, "kept-child.js"), [folder], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
      await once(child, "message");
      await setTimeout(random() * 30);
      child.kill("SIGKILL");
      await once(child, "exit");
      for (let at = 0; at < 20; at++) {
        const body = await of("killed").read(at);
        if (body === null) continue;
        seen++;
        expect([at, body.length, new Set(body).size]).toEqual([at, 400_000, 1]);
      }
      await of("killed").write(1, Buffer.alloc(400_000, kill));
      expect(await of("killed").read(1)).toEqual(Buffer.alloc(400_000, kill));
    }
    rmSync(bundle, { recursive: true, force: true });
    expect(seen).toBeGreaterThan(0);
    for (const name of readdirSync(folder).filter((each) => each.length > 38)) past(folder, name);
    await keptFiles(folder, "killed", 20).write(2, Buffer.alloc(1));
    expect(readdirSync(folder).length).toBeLessThanOrEqual(20);
  });

  it("go a twentieth over their bound at most, between two looks", async () => {
    const { folder, of } = open(40);
    const kept = of("one");
    for (let at = 0; at < 150; at++) {
      await kept.write(at, bytes(String(at)));
      expect(readdirSync(folder).length).toBeLessThanOrEqual(42);
    }
  });
});
