import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "../../src/server/create-server.ts";
import { fixtureScreen, hit } from "../server/fixture-screen.ts";
import { mutate } from "../sources/mutate.ts";
import { seeded } from "../sources/seeded.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { mostTime, timed } from "./cpu-time.ts";
import { keep } from "./outcome.ts";

/** Of all requests together. */
const count = Number(process.env.LEVERMAP_MUTATIONS ?? 600);
const seed = Number(process.env.LEVERMAP_SEED ?? 0);

/** Paths with their parameters, and for a POST the body. */
const questions: readonly (readonly [url: string, body?: string])[] = [
  ["/api/map?home=AA"],
  ["/api/chokepoints?home=UU&top=3&source=atlas"],
  ["/api/technologies/technology-7?home=AA"],
  ["/api/half-life/technology-7?home=AA&draws=50&seed=3"],
  ["/api/technologies/technology-7/patents?jurisdiction=US&top=1&seed=US1000001"],
  ["/api/portfolio?holder=Solo%20Works&technology=technology-7&jurisdiction=US&top=1"],
  ["/api/patents/search?words=invented%20OR%20(mill%20NEAR%2F3%20ball)&top=1&facets=true"],
  ["/api/patents/similar?like=invented&top=1"],
  ["/api/leverage?from=AA&from=BB&on=CC&technologies=technology-7&horizon=24&outsiders=neutral&threshold=0.2&draws=10&seed=3"],
  ["/api/simulate?id=invented&draws=10&seed=3"],
  ["/api/plan/invented?gap=0.01&seconds=30"],
  ["/api/screen?name=Nord%20Wroks&top=3"],
  ["/search/default?q=Nord&limit=3"],
  ["/api/plan", '{"name":"Aland","home":"XA","years":12,"money":400,"problems":[{"id":"a","technology":"red-ore","clock":[2024,2028]}]}'],
  ["/match/default?limit=2&threshold=0.5", '{"queries":{"q1":{"schema":"Company","properties":{"name":["Nord"],"country":["bb"]}}}}'],
  ["/api/patents/saved", '{"name":"mills","query":"ball mill NEAR/3 roller"}'],
];

interface Request {
  readonly url: string;
  readonly body: string | undefined;
}

/** Spoils the path, the value or name of a parameter, or the body; what is spoilt is encoded, or left as it is where a line of HTTP can carry it. */
function spoilt([url, body]: readonly [url: string, body?: string], random: () => number): Request {
  const change = (text: string): string => mutate({ text }, random).mutated.text!.toString().slice(0, 20_000);
  if (body !== undefined && random() < 0.8) return { url, body: mutate({ body }, random).mutated.body!.toString("latin1") };
  const [path = "", query = ""] = url.split("?");
  if (random() < 0.2)
    return {
      url: carried(
        `${path
          .split("/")
          .map((part) => (random() < 0.4 ? encoded(change(part)) : part))
          .join("/")}?${query}`,
      ),
      body,
    };
  const pairs = query.split("&").map((pair) => pair.split("=") as [string, string]);
  const changed = pairs.map(([name, value]) => {
    const kind = random();
    if (kind < 0.5) return `${name}=${encoded(change(decodeURIComponent(value ?? "")))}`;
    if (kind < 0.6) return `${encoded(change(name))}=${value}`;
    if (kind < 0.7) return `${name}=${value}&${name}=${value}`;
    if (kind < 0.8) return `${name}=${change(value ?? "")}`;
    return `${name}=${value}`;
  });
  return { url: carried(`${path}?${changed.join("&")}`), body };
}

const encoded = (text: string): string => encodeURIComponent(Buffer.from(text).toString());
/** Without what ends a line of HTTP or is no octet. */
const carried = (url: string): string => `/${url.replace(/[^!-~]/g, "_").replace(/^[/\\]+/, "")}`;

describe("requests", () => {
  const reported: unknown[] = [];
  let server: FastifyInstance;
  beforeAll(async () => {
    const rate = { burst: 1e9, perSecond: 1e9 };
    const { screen } = fixtureScreen([hit()]);
    const ask = { ...fixtureAsk(), screen };
    server = await createServer({ ask, webDir: "nowhere", rate, nameRate: rate, report: (thrown) => reported.push(thrown) });
  });
  afterAll(() => server.close());

  async function ask({ url, body }: Request) {
    const headers = { host: "127.0.0.1:4173", "content-type": "application/json" };
    const { outcome, took } = await timed(async () =>
      body === undefined ? server.inject({ url, headers }) : server.inject({ method: "POST", url, headers, payload: body }),
    );
    const code = outcome.statusCode < 400 ? null : (JSON.parse(outcome.body) as { error?: { code?: string } }).error?.code;
    return { status: outcome.statusCode, code, took };
  }

  it("are answered as they are, or refused for what is not there", async () => {
    for (const [url, body] of questions) expect((await ask({ url, body })).status, url).toBeLessThan(500);
    expect(reported).toEqual([]);
  });

  it(`spoilt ${count} times are answered or refused by a code, in time`, async () => {
    const said = new Map<string, number>();
    let slowest = 0;
    for (let round = 0; round < count; round++) {
      const request = spoilt(questions[round % questions.length]!, seeded(seed + round));
      const { status, code, took } = await ask(request);
      slowest = Math.max(slowest, took);
      said.set(`${status} ${code ?? ""}`, (said.get(`${status} ${code ?? ""}`) ?? 0) + 1);
      const isWrong = status >= 500 || code === undefined || code === "LM_INTERNAL" || reported.length > 0 || took > mostTime;
      if (isWrong) {
        const folder = await keep("request", round, { url: request.url, body: request.body ?? "" });
        expect.fail(`${status} ${code}, ${took.toFixed(0)} ms, kept in ${folder}: ${reported.map(String).join("; ")}`);
      }
    }
    console.info(
      `${count} requests, slowest ${slowest.toFixed(0)} ms: ${[...said].map(([what, times]) => `${what.trim()} ${times}`).join(", ")}`,
    );
    expect(said.size).toBeGreaterThan(2);
  });
});
