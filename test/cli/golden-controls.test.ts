import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe } from "vitest";
import { namedSource } from "../../src/library/named-source.ts";
import { initWorkspace } from "../../src/workspace/init.ts";
import { loadInventedControls } from "../answers/controls-invented.ts";
import { folder } from "./fixture.ts";
import { goldenCases } from "./golden-cases.ts";

const template = folder();
const atlas = fileURLToPath(new URL("../fixtures/atlas/", import.meta.url));

beforeAll(async () => {
  const workspace = join(template, "levermap-data");
  await initWorkspace(workspace, namedSource("atlas"), [atlas], () => []);
  await initWorkspace(join(template, "without-lists"), namedSource("atlas"), [atlas], () => []);
  await loadInventedControls(workspace, folder());
  writeFileSync(join(template, "names.csv"), 'id,name,country,note\n1,NORD Limited,China,"a, b"\n2,Ostrander Bakery,,\n');
  writeFileSync(join(template, "pairs.csv"), "schema,name1,name2,note\nCompany,Nord Ltd,NORD Limited,x\nPerson,Ann Ode,Bert Ruhl,\n");
});

describe("golden outputs on invented lists, items and rules", () => goldenCases("golden-controls", template));
