import { afterEach, describe, expect, it } from "vitest";
import type { Call } from "../../src/answers/shared/asking.ts";
import type { Ask } from "../../src/ask/ask.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { createServer } from "../../src/server/create-server.ts";
import type { ErrorBody } from "../../src/server/errors.ts";
import { listen } from "../../src/server/listen.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Question = NonNullable<Parameters<Ask["plan"]>[0]> & Call;

/** A server whose plans are solved only when they are let go, or stopped; `asked` tells of each as it comes. */
async function slowServer(asked: (question: Question) => void) {
  const known = fixtureAsk();
  const waiting: (() => void)[] = [];
  const plan: Ask["plan"] = async (question = {}, call = {}) => {
    await new Promise<void>((resolve, reject) => {
      waiting.push(resolve);
      call.signal?.addEventListener("abort", () => reject(call.signal?.reason));
      asked({ ...question, ...call });
    });
    return known.plan(question);
  };
  const server = await createServer({ ask: { ...known, plan }, webDir: "/nowhere" });
  closing.push(() => server.close());
  const letGo = (): void => {
    for (const go of waiting.splice(0)) go();
  };
  return { address: await listen(server, { port: 0 }), letGo };
}

describe("a plan asked of the server", () => {
  it("is stopped when the client goes", async () => {
    let tell: (question: Question) => void = () => undefined;
    const question = new Promise<Question>((resolve) => {
      tell = resolve;
    });
    const { address } = await slowServer((each) => tell(each));
    const client = new AbortController();
    const answer = fetch(`${address}/api/plan/invented`, { signal: client.signal }).catch((thrown: unknown) => thrown);
    const { signal, seconds } = await question;
    expect([signal?.aborted, seconds]).toEqual([false, undefined]);
    client.abort();
    await answer;
    if (!signal!.aborted) await new Promise((resolve) => signal!.addEventListener("abort", resolve));
    expect(signal!.reason).toMatchObject({ code: "LM_INTERRUPTED" });
  });

  it("waits for its turn behind another, while what takes a moment is answered, and not beyond a bound", async () => {
    let asked = 0;
    const { address, letGo } = await slowServer(() => {
      asked += 1;
      if (asked > 1) letGo();
    });
    const url = (seconds: number): string => `${address}/api/plan/invented?seconds=${seconds}`;
    const plans = Array.from({ length: 13 }, (_, at) => fetch(url(at + 1)));
    await expect
      .poll(async () => /^levermap_waiting_questions (\d+)/m.exec(await (await fetch(`${address}/metrics`)).text())?.[1])
      .toBe("12");
    expect((await fetch(`${address}/api/plans`)).status).toBe(200);
    const refused = await fetch(url(20));
    expect([refused.status, refused.headers.get("retry-after"), ((await refused.json()) as ErrorBody).error.code]).toEqual([
      429,
      "12",
      "LM_SERVER_TOO_MANY",
    ]);
    expect(asked).toBe(1);
    letGo();
    expect((await Promise.all(plans)).map(({ status }) => status)).toEqual(plans.map(() => 200));
    expect((await fetch(url(20))).status).toBe(200);
  });

  it("is solved once for all who ask the same at the time", async () => {
    let asked = 0;
    const { address, letGo } = await slowServer(() => {
      asked += 1;
    });
    const url = `${address}/api/plan/invented`;
    const both = [fetch(url), fetch(url)];
    await expect.poll(() => asked).toBe(1);
    await fetch(`${address}/api/plans`);
    letGo();
    const [one, two] = await Promise.all(both.map(async (each) => (await each).json()));
    expect(one).toEqual(two);
    expect(asked).toBe(1);
  });

  it("may come with a few budgets, and not with many", async () => {
    const asked: Question[] = [];
    const { address, letGo } = await slowServer((question) => {
      asked.push(question);
      letGo();
    });
    const ask = (query: string) => fetch(`${address}/api/plan/invented${query}`);
    expect((await ask("?frontier=9")).status).toBe(200);
    expect(asked.map(({ frontier }) => frontier)).toEqual([9]);
    for (const query of ["?frontier=10", "?frontier=1", "?frontier=2.5"]) expect((await ask(query)).status, query).toBe(400);
    expect(asked).toHaveLength(1);
  });

  it("may be of the caller's own, brought as JSON", async () => {
    const asked: Question[] = [];
    const { address, letGo } = await slowServer((question) => {
      asked.push(question);
      letGo();
    });
    const post = (body: string, type = "application/json") =>
      fetch(`${address}/api/plan?seconds=3`, { method: "POST", headers: { "content-type": type }, body });
    const own = { name: "Mine", home: "NL", money: 5 };
    await post(JSON.stringify(own));
    expect(asked).toMatchObject([{ text: JSON.stringify(own), place: "the body of the request", seconds: 3 }]);
    expect((await post("[1]")).status).toBe(400);
    expect((await post("{")).status).toBe(400);
    expect((await post("name: Mine", "text/yaml")).status).toBeGreaterThanOrEqual(400);
    expect((await post(JSON.stringify({ ...own, about: "x".repeat(70_000) }))).status).toBe(413);
    expect(asked).toHaveLength(1);
  });

  it("is explained and compared by the same rules", async () => {
    const asked: object[] = [];
    const refuse = (question: object): Promise<never> => {
      asked.push(question);
      return Promise.reject(new LevermapError("LM_PROGRAMME_UNKNOWN", "There is none."));
    };
    const server = await createServer({ ask: { ...fixtureAsk(), planExplain: refuse, planCompare: refuse }, webDir: "/nowhere" });
    closing.push(() => server.close());
    const status = async (url: string) => (await server.inject({ url, headers: { host: "127.0.0.1:4173" } })).statusCode;
    expect(await status("/api/plan/invented/explain?programme=a%2FB&rounds=2")).toBe(404);
    expect(await status("/api/plans/compare?first=one&second=two&gap=0.1")).toBe(404);
    expect(await status("/api/plan/invented/explain")).toBe(400);
    expect(asked).toMatchObject([
      { id: "invented", programme: "a/B", rounds: 2 },
      { first: "one", second: "two", gap: 0.1 },
    ]);
  });
});
