import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder, furnish } from "../cli/fixture.ts";
import { root } from "../cli/run.ts";

const dir = folder();
const workspace = join(dir, "levermap-data");
const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: dir, encoding: "utf8" });
const example = (name: string, ...args: string[]) => node(`${root}.cache/examples/examples/${name}.js`, ...args, workspace);

beforeAll(async () => {
  await furnish(dir);
  expect(node(`${root}scripts/examples.mjs`)).toMatchObject({ status: 0, stderr: "" });
});

describe("examples", () => {
  const runs = {
    "two-days": () => example("two-days", "XA", "2022-01-01", "2024-01-01"),
    "weakest-links": () => example("weakest-links", "XA"),
  };

  it("are all run here", () => {
    const names = readdirSync(`${root}examples`).flatMap((file) => (file.endsWith(".ts") ? [file.replace(/\.ts$/, "")] : []));
    expect(Object.keys(runs).sort()).toEqual(names.sort());
  });

  it("two-days counts controls on two days", () => {
    const { status, stdout, stderr } = runs["two-days"]();
    expect([status, stderr]).toEqual([0, ""]);
    const line = (day: string, controlled: number): string =>
      `${day}: ${controlled} of \\d+ technologies are withheld from XA by a control in force\n`;
    expect(stdout).toMatch(new RegExp(`^${line("2022-01-01", 0)}${line("2024-01-01", 1)}$`));
  });

  it("weakest-links names three", () => {
    const { status, stdout, stderr } = runs["weakest-links"]();
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.trim().split("\n")).toHaveLength(4);
    expect(stdout).toContain("Oven: ");
  });
});
