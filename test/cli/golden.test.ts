import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { open } from "../../src/library/open.ts";
import { folder, furnish } from "./fixture.ts";
import { goldenCases } from "./golden-cases.ts";

const template = folder();
let loadId = "";

beforeAll(async () => {
  await furnish(template);
  const map = await open(join(template, "levermap-data"));
  loadId = (await map.status()).loads[0]?.id ?? "";
  map.close();
});

describe("golden outputs", () => goldenCases("golden", template, () => ({ LOAD: loadId })));
