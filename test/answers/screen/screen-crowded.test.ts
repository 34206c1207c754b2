import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../../src/library/load.ts";
import { type Levermap, open } from "../../../src/library/open.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const folder = temporaryFolder();
const header = "source,name,type,addresses,federal_register_notice,alt_names,start_date,end_date";
const entity = "Entity List (EL) - Bureau of Industry and Security";
const syllables = "ba du fo ge hi ko lu ma ne pi ro su".split(" ");
/** A word of two syllables, another one for each number. */
const word = (at: number): string => `${syllables[at % 12]}${syllables[Math.floor(at / 12) % 12]}`;
/** A name in capitals and small letters by turns, written otherwise for each number. */
const recased = (name: string, at: number): string =>
  [...name].map((letter, place) => (place % 2 === 0 && (at >> (place / 2)) & 1 ? letter.toUpperCase() : letter)).join("");

/** Other firms, among which the words of a name tell something; 150 writings of one name that ended; and a longer one on each list. */
const rows = [
  ...Array.from({ length: 600 }, (_, at) => `${entity},${word(at)} ${word(at * 7 + 5)} ${word(at * 5)},Entity,RU,,,2020-03-01,`),
  ...Array.from({ length: 150 }, (_, at) => `${entity},${recased("norvik optronika", at)},Entity,RU,,,2020-03-01,2021-03-01`),
  `${entity},Norvik Optronika Technology,Entity,RU,,,2022-03-01,`,
  "Denied Persons List (DPL) - Bureau of Industry and Security,Norvik Optronika Industries,Entity,US,,,,",
];

/** Names of the rows in force that are found for a name, by list. */
async function found(map: Levermap, lists?: readonly string[]): Promise<readonly string[]> {
  const { results } = await map.screen({ queries: [{ name: "Norvik Optronika" }], ...(lists ? { lists } : {}) });
  return (results[0]?.hits ?? []).map(({ name }) => name).sort();
}

describe("150 rows that ended and are nearer to a name", () => {
  let map: Levermap;
  beforeAll(async () => {
    const dir = join(folder, "crowded");
    mkdirSync(`${dir}-files`, { recursive: true });
    const file = join(`${dir}-files`, "consolidated.csv");
    writeFileSync(file, `${[header, ...rows].join("\n")}\n`);
    await createWorkspace(dir);
    await load(dir, "csl", [file]);
    map = await open(dir, { asOf: "2025-01-01" });
    return () => map.close();
  });

  it("hide no row that is in force on the day", async () =>
    expect(await found(map)).toEqual(["Norvik Optronika Industries", "Norvik Optronika Technology"]));

  it("hide no row of a list that is asked for", async () =>
    expect(await found(map, ["us-denied-persons"])).toEqual(["Norvik Optronika Industries"]));
});
