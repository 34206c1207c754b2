import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { auditForms } from "../../src/answers/cases/audit-record.ts";
import { readPlanText } from "../../src/answers/plan/plan-file.ts";
import { readScenarioText } from "../../src/answers/scenario/scenario-file.ts";
import { parseSearch } from "../../src/corpus/search/parse-search.ts";
import { readAudit } from "../../src/library/cases/audit.ts";
import { readCustomerFile } from "../../src/library/cases/customer-file.ts";
import { readPolicy } from "../../src/library/cases/policy.ts";
import { planQuestion, scenarioQuestion } from "../../src/library/file-question.ts";
import { scorePairs } from "../../src/library/score-pairs.ts";
import { readNames } from "../../src/library/screen-table.ts";
import { readSettings } from "../../src/library/settings.ts";
import { readEventText } from "../../src/proof/answers/events/event-file.ts";
import { readEventFiles } from "../../src/proof/answers/events/event-files.ts";
import { readUsers } from "../../src/server/users.ts";
import { sources } from "../../src/sources/index.ts";
import { inventedPlan } from "../cli/fixture.ts";
import { customerTable, heldTable, ownedList, ownersMapping } from "../library/cases/invented-desk.ts";
import { readAll } from "../sources/support.ts";

/** What reads files of users. */
export interface FileReader {
  /** Sound files by name. */
  readonly files: Readonly<Record<string, string>>;
  read(folder: string): Promise<unknown>;
  /** Bytes of an archive's content that are worked through in a second, where rows are more than read. */
  readonly bytesInTime?: number;
}

const data = fileURLToPath(new URL("../../data/", import.meta.url));
const bundled = (path: string): string => readFileSync(join(data, path), "utf8");

const bySource =
  (name: string) =>
  async (folder: string): Promise<unknown> =>
    readAll(
      sources.get(name)!,
      (await readdir(folder)).map((file) => join(folder, file)),
    );

const textOf = (question: { readonly id?: string } | { readonly text: string }): string => ("text" in question ? question.text : "");

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

const lines = `${JSON.stringify({ form: auditForms.at(-1), kind: "run", run: 1 })}\n{"id":"P-1","kind":"customer"}\n`;
const sealed = `${lines}{"kind":"end","lines":2,"sha256":"${createHash("sha256").update(lines).digest("hex")}"}\n`;

export const fileReaders: Readonly<Record<string, FileReader>> = {
  plan: {
    files: { "plan.yaml": inventedPlan },
    read: async (folder) => readPlanText("plan.yaml", textOf(await planQuestion(join(folder, "plan.yaml")))),
  },
  scenario: {
    files: { "scenario.yaml": bundled("scenarios/us-nl-jp-2023.yaml") },
    read: async (folder) => readScenarioText("scenario.yaml", textOf(await scenarioQuestion(join(folder, "scenario.yaml")))),
  },
  events: {
    files: { "events.yaml": bundled("events/huawei-2019.yaml") },
    read: async (folder) => {
      const [file] = await readEventFiles([join(folder, "events.yaml")]);
      return readEventText(file!.name, file!.text);
    },
  },
  settings: {
    files: {
      "settings.yaml": `keep: { backups: 90 days, audit: 7 years }\nlists:\n  csl:\n    - url: https://a.example/csl.csv\n      file: csl.csv\n  party-list:\n    - path: owners.csv\n      mapping: owners.yaml\n`,
    },
    read: readSettings,
  },
  policy: {
    files: { "cases-policy.yaml": "users: [anna, ben]\nsecond-person:\n  true: true\n  false: { above: 0.9 }\n" },
    read: readPolicy,
  },
  users: {
    files: { "users.yaml": `users:\n  - { name: anna, role: officer, token: "${digest}" }\n  - { name: ben, role: reader }\n` },
    read: (folder) => readUsers(join(folder, "users.yaml")),
  },
  customers: {
    files: {
      "customers.csv": customerTable([
        { id: "P-1", name: "Quendolyn Vrabie", names: "Q. Vrabie; Vrabie", kind: "person", country: "RO", born: "1970-02-03" },
        { id: "P-2", name: "Helmun Works", identifiers: "lei:5493001KJTIIGC8Y1R12", address: 'No. 1, "Mill" Road' },
      ]),
    },
    read: (folder) => readCustomerFile(join(folder, "customers.csv")),
  },
  names: {
    files: { "names.csv": "id,name,country\n1,Helmun Works,NO\n2,株式会社ゾルブ電機,JP\n" },
    read: (folder) => readNames(join(folder, "names.csv")),
  },
  pairs: {
    files: { "pairs.csv": "schema,name1,name2\nCompany,Helmun Works,Helmun Works Ltd\nPerson,Q. Vrabie,Quendolyn Vrabie\n" },
    read: async (folder) => {
      const { rows } = await scorePairs(join(folder, "pairs.csv"));
      for await (const row of rows) void row;
    },
    bytesInTime: 1e5,
  },
  audit: {
    files: { "run.jsonl": sealed },
    read: (folder) => readAudit(join(folder, "run.jsonl")),
  },
  search: {
    files: { "search.txt": '("ball mill" OR grind* NEAR/3 roller) NOT coffee class:B02C17/00 holder:"Acme" status:granted' },
    read: async (folder) => parseSearch(await readFile(join(folder, "search.txt"), "utf8")),
  },
  "list of parties": {
    files: {
      "owners.yaml": ownersMapping,
      "list-2026-06-01.csv": ownedList([{ name: "Helmun Works", country: "NO", owner: "Ben; Anna" }]),
    },
    read: bySource("party-list"),
  },
  owners: {
    files: {
      "own.yaml": bundled("owner-tables/owners.yaml"),
      "held.csv": heldTable([{ owned: "Helmun Works", owned_country: "NO", owner: "Brifjo AS", share: "50" }]),
    },
    read: bySource("owners"),
  },
  "table of names": {
    files: { "register.yaml": bundled("name-tables/register.yaml"), "register.csv": "id,name,country,number\n7,Helmun Works,NO,12\n" },
    read: bySource("names"),
  },
  "table of patents": {
    files: {
      "list.yaml": "title: Our list\nneeds: [No]\npublications:\n  - document: No\ntexts:\n  - { field: title, column: Title }\n",
      "list.csv": "No,Title\nUS 7000001 B1,A mill\n,Nothing\n",
    },
    read: bySource("patent-table"),
  },
};
