import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { bundledAtlas } from "../../src/library/create.ts";
import { namedSource } from "../../src/library/named-source.ts";
import { initWorkspace } from "../../src/workspace/init.ts";
import { bundledWorkspace } from "../answers/bundled-workspace.ts";
import { folder } from "./fixture.ts";

/** A folder of a workspace of the bundled data, of one that is not measured, and of a file that is in the way. */
export function patentsTemplate(): string {
  const template = folder();
  beforeAll(async () => {
    mkdirSync(join(template, "levermap-data"));
    copyFileSync(join(await bundledWorkspace(), "levermap.duckdb"), join(template, "levermap-data", "levermap.duckdb"));
    await initWorkspace(join(template, "unmeasured"), namedSource("atlas"), [bundledAtlas], () => []);
    writeFileSync(join(template, "taken.net"), "mine");
  });
  return template;
}
