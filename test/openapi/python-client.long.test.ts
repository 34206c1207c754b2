import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createServer } from "../../src/server/create-server.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { pythonGenerator } from "./python-generator.ts";

const dir = temporaryFolder();
const file = join(dir, "openapi.json");

beforeAll(async () => {
  const server = await createServer({ ask: {} as never, webDir: "/nowhere" });
  writeFileSync(file, (await server.inject("/api/openapi.json")).body);
  await server.close();
});

describe("the description of the HTTP API", () => {
  const { command, reason } = pythonGenerator();
  it.skipIf(command === null)(`gives a Python client that compiles${reason === null ? "" : `: skipped, ${reason}`}`, () => {
    const args = ["generate", "--path", file, "--output-path", join(dir, "client"), "--meta", "none", "--fail-on-warning", "--overwrite"];
    // The generator tidies its output with ruff, which stands beside it
    const path = `${dirname(command!)}${delimiter}${process.env.PATH}`;
    const made = spawnSync(command!, args, { encoding: "utf8", env: { ...process.env, PATH: path } });
    expect(`${made.stdout}${made.stderr}`.replace(/^Generating.*\n/, ""), "warnings").toBe("");
    expect(made.status).toBe(0);
    expect(spawnSync("python3", ["-m", "compileall", "-q", join(dir, "client")]).status).toBe(0);
  });
});
