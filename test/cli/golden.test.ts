import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { version } from "../../src/cli/version.ts";
import { open } from "../../src/library/open.ts";
import { copyOf, folder, furnish } from "./fixture.ts";
import { type Ended, run } from "./run.ts";

const golden = fileURLToPath(new URL("golden/", import.meta.url));
const template = folder();
const places = folder();
const writes = process.env.LEVERMAP_GOLDEN === "write";
let loadId = "";

beforeAll(async () => {
  await furnish(template);
  const map = await open(join(template, "levermap-data"));
  loadId = (await map.status()).loads[0]?.id ?? "";
  map.close();
});

/** Takes out what differs from run to run: folders, ids, times, ports, the version. */
function steady(text: string, dir: string): string {
  return text
    .replaceAll(dir, "DIR")
    .replaceAll(version, "VERSION")
    .replace(/\b[0-9a-f]{16}\b/g, (id) => (/^0+$/.test(id) ? id : "LOAD-ID-16-DIGIT"))
    .replace(/\d{4}-\d{2}-\d{2}([ T])\d{2}:\d{2}(:\d{2}\.\d{3}Z)?/g, "DATE$1TIME")
    .replace(/levermap-v(\d+)-\d{8}T\d{6}-\d{3}Z/g, "levermap-v$1-TIME")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT");
}

const read = (name: string, file: string): string =>
  existsSync(join(golden, name, file)) ? readFileSync(join(golden, name, file), "utf8") : "";

function expected(name: string): Ended {
  return { code: Number(read(name, "exit")), stdout: read(name, "stdout"), stderr: read(name, "stderr") };
}

function write(name: string, { code, stdout, stderr }: Ended): void {
  for (const [file, text] of Object.entries({ exit: `${code}\n`, stdout, stderr })) writeFileSync(join(golden, name, file), text);
}

describe("golden outputs", () => {
  for (const name of readdirSync(golden).sort()) {
    it.concurrent(name, async () => {
      const dir = copyOf(template, join(places, name));
      const args = read(name, "args").split("\n").slice(0, -1);
      const ended = await run(
        args.map((word) => (word === "LOAD" ? loadId : word)),
        { cwd: dir },
      );
      const seen: Ended = { code: ended.code, stdout: steady(ended.stdout, dir), stderr: steady(ended.stderr, dir) };
      if (writes) write(name, seen);
      expect(seen).toEqual(expected(name));
      if (args.includes("--json") && seen.code === 0) expect(() => JSON.parse(ended.stdout)).not.toThrow();
      if (args.includes("--json") && seen.code !== 0) expect(JSON.parse(ended.stderr).error).toHaveProperty("code");
      if (seen.code !== 0) expect(seen.stdout).toBe("");
    });
  }
});
