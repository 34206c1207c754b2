import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { bundledAtlas, create } from "../../src/library/create.ts";
import { namedSource } from "../../src/library/named-source.ts";
import { initWorkspace } from "../../src/workspace/init.ts";
import { folder } from "./fixture.ts";
import { goldenCases } from "./golden-cases.ts";

const template = folder();

beforeAll(async () => {
  await create(join(template, "levermap-data"));
  await initWorkspace(join(template, "unmeasured"), namedSource("atlas"), [bundledAtlas], () => []);
  writeFileSync(join(template, "taken.net"), "mine");
});

describe("golden outputs on the bundled patents", () => goldenCases("golden-patents", template));
