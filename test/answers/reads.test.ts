import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Question } from "../../src/answers/shared/question.ts";
import type { Ask } from "../../src/ask/ask.ts";
import { questions } from "../../src/ask/questions.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { load } from "../../src/library/load.ts";
import { measure } from "../../src/library/measure.ts";
import { open } from "../../src/library/open.ts";
import { type DataKind, dataKinds, kindsOf } from "../../src/workspace/data-kinds.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { screeningList } from "../library/cases/invented-desk.ts";
import { folderOf } from "../sources/support.ts";
import { isLong, some } from "../tiers.ts";
import { bundledCopy } from "./bundled-workspace.ts";
import { listed } from "./listed-dealer.ts";
import { smallCopy } from "./small-workspace.ts";

const fixture = (path: string): string => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));
const light = (Object.values(questions) as Question[]).filter(({ cost }) => cost !== "heavy");
let dir: string;

/** Files with one kind of data each, and nothing of others. */
const files: Readonly<Record<DataKind, () => Promise<readonly [source: string, path: string]>>> = {
  lists: async () => ["csl", join(await folderOf({ "csl.csv": screeningList([listed]) }), "csl.csv")],
  items: async () => ["ccl", fixture("controls/ccl")],
  rules: async () => ["rules", join(await folderOf({ "rules.csv": ruleTable }), "rules.csv")],
  patents: async () => ["uspto", fixture("uspto/grant-v45.xml")],
  map: async () => ["trade", join(await folderOf({ "trade.csv": tradeTable }), "trade.csv")],
};

const ruleTable =
  "document_number,publication_date,fr_citation,type,title\n2026-90001,2026-10-01,91 FR 90001,Rule,Additions to the Entity List (invented)\n";

const tradeTable =
  "period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,cmdCode,primaryValue,netWgt,qty,qtyUnitAbbr\n" +
  "2023,410,KOR,M,392,JPN,281111,1000,50,50,kg\n2023,410,KOR,M,156,CHN,281111,3000,200,200,kg\n";

/** A workspace as it is told by its light questions. */
interface Told {
  /** What each answers to its examples, as text; the code where it is refused. */
  readonly answers: ReadonlyMap<string, string>;
  /** State of the data that each declares, by its name. */
  readonly states: ReadonlyMap<string, string>;
}

async function told(): Promise<Told> {
  const map = await open(dir, { asOf: "2026-11-25" });
  try {
    const [answers, states] = [new Map<string, string>(), new Map<string, string>()];
    for (const { name, examples, reads } of light) {
      states.set(name, JSON.stringify(await map.dataState(reads)));
      for (const example of examples) {
        const asking = map[name as keyof Ask] as (asked: unknown) => Promise<unknown>;
        const text = await asking(example).then(
          (answer) => JSON.stringify(answer),
          (thrown: unknown) => {
            if (thrown instanceof LevermapError) return thrown.code;
            throw thrown;
          },
        );
        answers.set(`${name} ${JSON.stringify(example)}`, text);
      }
    }
    return { answers, states };
  } finally {
    map.close();
  }
}

async function kindsLoaded(id: string): Promise<readonly DataKind[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    return [...kindsOf((await workspace.status()).find((each) => each.id === id)!)];
  } finally {
    workspace.close();
  }
}

let before: Told;

beforeAll(async () => {
  dir = await (isLong ? bundledCopy() : smallCopy());
  before = await told();
});

const readsOf = (asked: string): readonly DataKind[] => (questions[asked.split(" ", 1)[0] as keyof typeof questions] as Question).reads;

describe("what questions read", () => {
  it.each(some<DataKind>(dataKinds, ["lists", "patents"]))("is all that their answers change by: %s", async (kind) => {
    const [source, path] = await files[kind]();
    const { loads } = await load(dir, source, [path], { maxRejects: 0.5 });
    await measure(dir, { threads: 1 });
    expect(await kindsLoaded(loads[0]!.id)).toEqual([kind]);
    const [last, after] = [before, await told()];
    before = after;
    const changed = [...after.answers].filter(([asked, text]) => last.answers.get(asked) !== text).map(([asked]) => asked);
    expect(changed.filter((asked) => !readsOf(asked).includes(kind))).toEqual([]);
    // Some answer tells of the file, beside the status of the workspace
    expect(changed.filter((asked) => !asked.startsWith("status")).length).toBeGreaterThan(0);
    // A kept answer stays where nothing that it rests on is another, and nowhere else
    for (const { name, reads } of light)
      expect([name, last.states.get(name) !== after.states.get(name)]).toEqual([name, reads.includes(kind)]);
  });
});
