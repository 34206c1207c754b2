import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { load } from "../../src/library/load.ts";
import { open } from "../../src/library/open.ts";
import { createServer } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { pythonProgram } from "./python-package.ts";

const { command, reason } = pythonProgram("yente-client==0.2.0", "python", 11);
const entry = "csl/us-entity-list/norvik-optronika-ooo-ru";
const lists = [
  "source,name,type,addresses,federal_register_notice,alt_names,start_date",
  "Entity List (EL) - Bureau of Industry and Security,Norvik Optronika OOO,Entity,RU,,Norvik Optronics,2022-03-01",
  "Entity List (EL) - Bureau of Industry and Security,Dunlin Photonics Co.,Entity,CN,,,2019-05-21",
  "Denied Persons List (DPL) - Bureau of Industry and Security,Quillon Marsh,Individual,US,,,",
];

it.skipIf(command === null)(`answers the client of the matching API${reason === null ? "" : `: skipped, ${reason}`}`, async () => {
  const dir = join(temporaryFolder(), "lists");
  mkdirSync(`${dir}-files`, { recursive: true });
  writeFileSync(join(`${dir}-files`, "consolidated.csv"), `${lists.join("\n")}\n`);
  await createWorkspace(dir);
  await load(dir, "csl", [join(`${dir}-files`, "consolidated.csv")]);
  const map = await open(dir, { asOf: "2026-11-28" });
  const server = await createServer({ ask: map, webDir: "nowhere", token: "s3cret" });
  try {
    const address = await listen(server, { port: 0 });
    const args = [join(import.meta.dirname, "yente_client_asks.py"), address, "s3cret", entry];
    const { stdout } = await promisify(execFile)(command!, args);
    expect(JSON.parse(stdout)).toEqual({
      healthz: "ok",
      readyz: "ok",
      datasets: ["default", "us-denied-persons", "us-entity-list"],
      algorithms: ["levermap", ["levermap"]],
      match: [[entry, "Norvik Optronika OOO", "Organization", true, ["name"]]],
      person: ["Quillon Marsh"],
      many: { good: ["Dunlin Photonics Co."], bad: [] },
      search: [["Norvik Optronika OOO"], 1, ["us-entity-list"]],
      fetch: [entry, "Organization", ["ru"], ["us-entity-list"]],
      missing: "No loaded list has the entry csl/no-such/entry.",
      refused: "The request carries no token, or another one.",
    });
  } finally {
    await server.close();
    map.close();
  }
});
