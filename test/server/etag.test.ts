import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Question } from "../../src/answers/shared/question.ts";
import { questions } from "../../src/ask/questions.ts";
import { quietEffects } from "../../src/base/effects.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { createServer } from "../../src/server/create-server.ts";
import { isOfDay } from "../../src/server/etag.ts";
import { Live, type Serving } from "../../src/server/live.ts";
import { readsOf } from "../../src/server/work/answer-key.ts";
import { Desk } from "../../src/server/work/desk.ts";
import { type DataKind, dataKinds } from "../../src/workspace/data-kinds.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { bundledWorkspace } from "../answers/bundled-workspace.ts";
import { openAsk } from "../answers/open-ask.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";

const all = Object.values(questions) as Question[];
/** Each as it is asked by GET, with what an example of it says. */
const asked = all.flatMap(({ name, tag, http, input, asked: spelled, examples }) => {
  if (http === undefined || tag === "screening") return [];
  const [example = {}] = examples as readonly Readonly<Record<string, unknown>>[];
  const { shape } = spelled?.input ?? input;
  const told = Object.entries(example).filter(([field]) => field in shape);
  const given = told.map(([field, value]) => [http.names?.[field] ?? field, String(value)] as const);
  const inPath = new Set([...http.path.matchAll(/:(\w+)/g)].map(([, word]) => word));
  const path = given.reduce((text, [word, value]) => text.replace(`:${word}`, encodeURIComponent(value)), http.path);
  const query = new URLSearchParams(given.filter(([word]) => !inPath.has(word)).map(([word, value]): [string, string] => [word, value]));
  return [{ name, url: `${path}?${query}` }];
});

describe("tags of answers", () => {
  let now = { generation: 1, versions: Object.fromEntries(dataKinds.map((kind) => [kind, 1])), day: "2026-11-28" };
  let worked = 0;
  let server: Awaited<ReturnType<typeof createServer>>;
  const work = async (): Promise<string> => {
    worked++;
    return "{}";
  };
  const next = (): Serving => {
    const { generation, versions } = now;
    return {
      ask: new Proxy(fixtureAsk(), {
        get: (ask, name) => (name === "status" ? ask.status : () => Promise.reject(new LevermapError("LM_NOT_MEASURED", "Asked."))),
      }),
      desk: Object.assign(
        new Desk({ runner: { run: work, close: async () => undefined }, limits: { slots: 9, mostWaiting: 99, mostOfClient: 99 } }),
        {
          here: work,
        },
      ),
      generation: `${generation}-aaaa`,
      stateOf: (name) =>
        readsOf(name)
          .map((kind) => `${kind} ${versions[kind]}`)
          .join(),
      close: async () => undefined,
    };
  };
  let live: Live;
  const found: Serving[] = [];
  beforeAll(async () => {
    live = new Live(next(), { next: async () => found.pop() ?? null });
    server = await createServer({ live, webDir: "nowhere", day: () => now.day, rate: { burst: 1e5, perSecond: 1e5 } });
  });
  afterAll(() => server.close());
  const get = (url: string, tag = "") =>
    server.inject({ url, headers: { host: "127.0.0.1", ...(tag !== "" && { "if-none-match": tag }) } });
  const tags = async (): Promise<ReadonlyMap<string, string>> =>
    new Map(await Promise.all(asked.map(async ({ name, url }) => [name, String((await get(url)).headers.etag)] as const)));
  const changedBy = async (change: () => void): Promise<readonly string[]> => {
    const before = await tags();
    change();
    now = { ...now, generation: now.generation + 1 };
    found.push(next());
    await live.look();
    const after = await tags();
    return [...after].flatMap(([name, tag]) => (before.get(name) === tag ? [] : [name])).sort();
  };
  const expected = (isChanged: (question: Question) => boolean): readonly string[] =>
    asked.flatMap(({ name }) => (isChanged(questions[name as keyof typeof questions] as Question) ? [name] : [])).sort();
  /** Rest on searches that people keep, of which the kinds of data tell nothing. */
  const ofGeneration = new Set(["savedSearches", "watch"]);

  it("are there for every answer that may be kept, and each holds without the question being worked on", async () => {
    const held = await tags();
    expect([...held].filter(([, tag]) => !/^W\/"[\w-]{22}"$/.test(tag))).toEqual([]);
    worked = 0;
    for (const { name, url } of asked) expect([name, (await get(url, held.get(name))).statusCode]).toEqual([name, 304]);
    expect(worked).toBe(0);
  });

  it("stay where a generation changes nothing that is read", async () => {
    expect(await changedBy(() => undefined)).toEqual([...ofGeneration].filter((name) => asked.some((each) => each.name === name)));
  });

  it.each(dataKinds)("change by what is loaded of a kind where the question reads that, and else stay: %s", async (kind: DataKind) => {
    const changed = await changedBy(() => {
      now = { ...now, versions: { ...now.versions, [kind]: now.versions[kind]! + 1 } };
    });
    expect(changed).toEqual(expected(({ name, reads }) => reads.includes(kind) || ofGeneration.has(name)));
  });

  it("change by the day where the answer depends on it", async () => {
    const changed = await changedBy(() => {
      now = { ...now, day: "2026-11-29" };
    });
    expect(changed).toEqual(expected((question) => isOfDay(question) || ofGeneration.has(question.name)));
  });

  it("of searches that people keep change by the generation", async () => {
    const url = "/api/patents/search?words=saved%3Abonding";
    const before = (await get(url)).headers.etag;
    await changedBy(() => undefined);
    expect((await get(url)).headers.etag).not.toBe(before);
  });

  it("leave out the day where answers on two days are the same", async () => {
    const dir = await bundledWorkspace();
    const answersOn = async (day: string): Promise<readonly unknown[]> => {
      const workspace = await openWorkspace(dir, { mode: "read" });
      try {
        const ask = openAsk(workspace, { effects: { ...quietEffects, clock: { now: () => new Date(`${day}T12:00:00Z`) } } });
        const found: unknown[] = [];
        for (const question of all.filter((each) => !isOfDay(each) && each.tag !== "screening"))
          for (const example of question.examples) {
            const asking = ask[question.name as keyof typeof ask] as (input: unknown) => Promise<unknown>;
            found.push([question.name, await asking(example).catch((thrown: LevermapError) => thrown.code)]);
          }
        return found;
      } finally {
        workspace.close();
      }
    };
    const first = await answersOn("2026-11-25");
    expect(first.length).toBeGreaterThan(2);
    expect(await answersOn("2027-03-01")).toEqual(first);
  });
});
