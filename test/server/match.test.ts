import { request as httpRequest } from "node:http";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, describe, expect, it } from "vitest";
import { answerMatch } from "../../src/answers/screen/match.ts";
import type { MatchReport } from "../../src/answers/screen/match-report.ts";
import { fittedWeights } from "../../src/screen/names/weigh.ts";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { matchBodyLimit } from "../../src/server/guard.ts";
import { listen } from "../../src/server/listen.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { fixtureScreen, hit } from "./fixture-screen.ts";

const host = "127.0.0.1:4173";
const open: FastifyInstance[] = [];
afterAll(() => Promise.all(open.map((server) => server.close())));

const nord = hit();
const nordwind = hit({ entry: "xx-2", name: "NORDWIND", score: 0.6, kind: "person", matchedName: "NORDWIND", words: [] });
const entries = [nord, nordwind];

async function serve(options: Partial<ServerOptions> = {}, among = entries) {
  const fixture = fixtureScreen(among);
  const reported: unknown[] = [];
  const server = await createServer({
    ask: { ...fixtureAsk(), screen: fixture.screen },
    webDir: "nowhere",
    nameRate: { burst: 10_000, perSecond: 10_000 },
    report: (thrown) => reported.push(thrown),
    ...options,
  });
  open.push(server);
  return { server, asked: fixture.asked, reported };
}

const post = (server: FastifyInstance, payload: unknown, url = "/match/default", headers: Record<string, string> = {}) =>
  server.inject({
    method: "POST",
    url,
    headers: { host, "content-type": "application/json", ...headers },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  });

const company = (...name: string[]) => ({ schema: "Company", properties: { name } });

describe("matching in the shape of the OpenSanctions API", () => {
  it("answers every query under its own id, likeliest first", async () => {
    const { server, asked } = await serve();
    const response = await post(server, {
      queries: { q1: { schema: "Company", properties: { name: ["Nord"], country: ["bb"] } }, q2: company("Nobody") },
    });
    expect(response.statusCode, response.body).toBe(200);
    expect(response.headers["cache-control"]).toBe("no-store");
    expect(response.headers["content-security-policy"]).toContain("default-src 'none'");
    const report: MatchReport = response.json();
    expect(Object.keys(report.responses)).toEqual(["q1", "q2"]);
    expect(report.responses.q1).toMatchObject({
      status: 200,
      total: { value: 2, relation: "eq" },
      query: { schema: "Company", properties: { name: ["Nord"], country: ["bb"] } },
      results: [
        {
          id: "xx-1",
          caption: "NORD WORKS",
          schema: "Organization",
          properties: {
            name: ["NORD WORKS"],
            alias: ["Nord Works Ltd"],
            country: ["bb"],
            program: ["XX"],
            sourceUrl: ["https://example.org/7"],
          },
          datasets: ["xx-list"],
          score: 0.9,
          match: true,
          features: { name: 0.9 },
          explanations: {
            name: { query: "Nord", candidate: "Nord Works Ltd", detail: "nord (same); wroks = works (near); only asked: group" },
          },
          levermap: { citation: "Order 7", standing: { since: "2020-01-02", basis: "effective" } },
        },
        { id: "xx-2", schema: "Person" },
      ],
    });
    expect(report.responses.q2).toMatchObject({ status: 200, results: [], total: { value: 0 } });
    expect(report.levermap).toMatchObject({ asOf: "2026-11-20", statement: "No match is not clearance.", lists: ["xx-list"], ignored: [] });
    expect(asked.flatMap(({ queries }) => queries)).toEqual([
      { name: "Nord", economy: "BB", kind: "organisation" },
      { name: "Nobody", economy: null, kind: "organisation" },
    ]);
  });

  it("asks with dates of birth, identifiers and addresses, and shows those of the list", async () => {
    const listed = hit({
      born: ["1961-02-03"],
      identifiers: [{ scheme: "imo", value: "9116412", economy: null }],
      addresses: ["4 Quay Road"],
      others: [{ field: "born", asked: "1961", listed: "1961-02-03", says: "for", effect: 0 }],
    });
    const { server, asked } = await serve({}, [listed]);
    const properties = {
      name: ["Nord"],
      birthDate: ["1961"],
      leiCode: "L1",
      registrationNumber: ["R1"],
      imoNumber: ["I1"],
      address: ["A1"],
    };
    const report: MatchReport = (await post(server, { queries: { q: { schema: "Person", properties } } })).json();
    expect(asked.flatMap(({ queries }) => queries)).toMatchObject([
      {
        born: "1961",
        identifiers: [
          { scheme: "lei", value: "L1" },
          { scheme: "imo", value: "I1" },
          { scheme: "registration", value: "R1" },
        ],
        addresses: ["A1"],
      },
    ]);
    expect(report.responses.q?.results[0]).toMatchObject({
      properties: { birthDate: ["1961-02-03"], imoNumber: ["9116412"], address: ["4 Quay Road"] },
      levermap: { others: [{ field: "born", says: "for" }] },
    });
    expect(report.responses.q?.results[0]?.explanations.name?.detail).toContain("for: born 1961, listed 1961-02-03");
  });

  it("takes threshold, cutoff and limit, and names what it ignores", async () => {
    const { server } = await serve();
    const of = async (parameters: string): Promise<MatchReport> =>
      (await post(server, { queries: { q: company("nord") } }, `/match/default?${parameters}`)).json();
    const scores = ({ responses }: MatchReport) => responses.q?.results.map(({ score, match }) => `${score} ${match}`);
    expect(scores(await of("threshold=0.95&cutoff=0.7"))).toEqual(["0.9 false"]);
    expect(scores(await of("threshold=0.6"))).toEqual(["0.9 true", "0.6 true"]);
    expect(scores(await of("threshold=0.2&cutoff=0.8"))).toEqual(["0.9 true", "0.6 true"]);
    const one = await of("limit=1&algorithm=logic-v2&topics=sanction&fuzzy=false");
    expect([one.responses.q?.results.length, one.responses.q?.total.value, one.limit]).toEqual([1, 2, 1]);
    expect(one.levermap.ignored).toEqual(["algorithm", "topics", "fuzzy"]);
    expect((await of("")).levermap.thresholds.organisation).toBe(fittedWeights().organisation.threshold);
  });

  it("takes a list as the data set, with either kind of dash, and include_dataset", async () => {
    const { server, asked } = await serve();
    const body = { queries: { q: company("nord") } };
    for (const url of ["/match/xx_list", "/match/xx-list", "/match/default?include_dataset=xx_list"]) {
      expect((await post(server, body, url)).statusCode, url).toBe(200);
      expect(asked.at(-1)?.lists).toEqual(["xx-list"]);
    }
    const unknown = await post(server, body, "/match/other");
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([400, "LM_USAGE"]);
  });

  it("reads names as text or list, aliases too, and keeps the best of each entry", async () => {
    const { server, asked } = await serve();
    const query = { schema: "Person", properties: { name: "Nordw", alias: ["Nord", "Nordw"], birthDate: ["1970"], nationality: ["BB"] } };
    const report: MatchReport = (await post(server, { queries: { q: query }, weights: { name_literal: 1 } })).json();
    expect(asked.at(-1)?.queries.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["Nordw person", "Nord person"]);
    expect(report.responses.q?.results.map(({ id }) => id)).toEqual(["xx-1", "xx-2"]);
    expect(report.responses.q?.results[1]?.explanations.name?.query).toBe("Nordw");
  });

  it("is no match what somebody decided to be another party, unless by the name alone", async () => {
    const decision = { name: "Nord", entry: "xx-1", verdict: "false" as const, note: null, decidedAt: "2026-01-01", user: "anna" };
    const { server } = await serve({}, [hit({ decision: { ...decision, customer: "C-1" } })]);
    const report: MatchReport = (await post(server, { queries: { q: company("Nord") } })).json();
    expect(report.responses.q?.results[0]).toMatchObject({ match: false, levermap: { decision: { verdict: "false" } } });
    const { server: ofName } = await serve({}, [hit({ decision: { ...decision, customer: null } })]);
    const onName: MatchReport = (await post(ofName, { queries: { q: company("Nord") } })).json();
    expect(onName.responses.q?.results[0]).toMatchObject({ match: true, levermap: { decision: { verdict: "false" } } });
  });

  it("tells of a query that could not be screened, and answers the others", async () => {
    const { server } = await serve();
    const queries = { long: company("x".repeat(1001)), none: { schema: "Company", properties: {} }, good: company("Nord") };
    const { responses }: MatchReport = (await post(server, { queries })).json();
    expect([responses.long?.status, responses.long?.error?.code]).toEqual([400, "LM_NAME_TOO_LONG"]);
    expect([responses.none?.status, responses.none?.error?.message]).toEqual([400, "The query has no name."]);
    expect([responses.good?.status, responses.good?.error]).toEqual([200, null]);
  });

  it("answers the others where one of a batch is no query", async () => {
    const { server } = await serve();
    const eleven = company(...Array.from({ length: 11 }, (_, at) => `nord ${at}`));
    const queries = { null: null, number: { properties: { name: 7 } }, bare: { schema: "Company" }, many: eleven, good: company("Nord") };
    const response = await post(server, { queries });
    expect(response.statusCode, response.body).toBe(200);
    const { responses }: MatchReport = response.json();
    expect(Object.entries(responses).map(([id, { status, results }]) => [id, status, results.length])).toEqual([
      ["null", 400, 0],
      ["number", 400, 0],
      ["bare", 400, 0],
      ["many", 400, 0],
      ["good", 200, 2],
    ]);
    expect(responses.number?.error?.message).toContain("properties.name");
    expect(responses.many?.error?.message).toBe("At most 10 names of a query.");
  });

  it("says so where no list is loaded", async () => {
    const { server } = await serve({ ask: fixtureAsk() });
    const response = await post(server, { queries: { q: company("Nord") } });
    expect([response.statusCode, response.json().error.code]).toEqual([409, "LM_NO_LISTS"]);
  });

  it("lets other work go on between two queries", async () => {
    const queries = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`q${at}`, company("nord")]));
    let turns = 0;
    let next: NodeJS.Immediate | undefined;
    const other = (): void => {
      turns++;
      next = setImmediate(other);
    };
    other();
    await answerMatch(fixtureScreen(entries).screen, { dataset: "default", queries });
    clearImmediate(next);
    expect(turns).toBeGreaterThanOrEqual(100);
  });
});

describe("who may have names matched", () => {
  const body = { queries: { q: company("Nord") } };

  it("needs the token, as Bearer or ApiKey", async () => {
    const { server } = await serve({ token: "s3cret" });
    for (const url of ["/match/default", "/%6datch/default", "/match/none"])
      expect((await post(server, body, url)).statusCode, url).toBe(401);
    for (const scheme of ["Bearer", "ApiKey"]) {
      expect((await post(server, body, "/match/default", { authorization: `${scheme} s3cret` })).statusCode).toBe(200);
      expect((await post(server, body, "/match/default", { authorization: `${scheme} other` })).statusCode).toBe(401);
    }
  });

  it("is refused by another host name", async () => {
    const { server } = await serve();
    expect((await post(server, body, "/match/default", { host: "evil.example" })).statusCode).toBe(403);
  });

  it("is open to POST on this route alone, and this route to POST alone", async () => {
    const { server } = await serve();
    for (const url of ["/api/map", "/match", "/match/default/more", "/"]) {
      const response = await post(server, body, url);
      expect([url, response.statusCode, response.json().error.code]).toEqual([url, 405, "LM_SERVER_METHOD"]);
    }
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
      const { statusCode, headers } = await server.inject({ method, url: "/match/default", headers: { host } });
      expect([statusCode, headers.allow]).toEqual([405, "POST"]);
    }
    expect((await server.inject({ url: "/match/default", headers: { host } })).statusCode).toBe(404);
  });

  it("counts every name, and says when to come back", async () => {
    const { server } = await serve({ nameRate: { burst: 10, perSecond: 0.001 }, rate: { burst: 1, perSecond: 0.001 } });
    expect((await post(server, { queries: { a: company("a", "b", "c"), b: company("d", "e") } })).statusCode).toBe(200);
    expect((await post(server, { queries: { a: company("a", "b", "c"), b: company("d", "e") } })).statusCode).toBe(200);
    const refused = await post(server, body);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await server.inject({ url: "/api/status", headers: { host } })).statusCode).toBe(200);
  });

  it("counts requests that bring nothing to match", async () => {
    const { server } = await serve({ nameRate: { burst: 2, perSecond: 0.001 } });
    const codes: number[] = [];
    for (let count = 0; count < 3; count++) codes.push((await post(server, "{")).statusCode);
    expect(codes).toEqual([400, 400, 429]);
  });
});

describe("hostile bodies", () => {
  const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const many = (count: number) => ({ queries: Object.fromEntries(Array.from({ length: count }, (_, at) => [`q${at}`, company("nord")])) });
  const bad: [string, unknown, number][] = [
    ["nothing", "", 400],
    ["no JSON", "{queries", 400],
    ["an array", [], 400],
    ["null", "null", 400],
    ["no queries", {}, 400],
    ["queries that are a list", { queries: [company("nord")] }, 400],
    ["queries that are text", { queries: "nord" }, 400],
    ["no query at all", { queries: {} }, 400],
    ["a query that is null", { queries: { q: null } }, 400],
    ["no properties", { queries: { q: { schema: "Company" } } }, 400],
    ["properties that are a list", { queries: { q: { properties: ["nord"] } } }, 400],
    ["a name that is a number", { queries: { q: { properties: { name: 7 } } } }, 400],
    ["names that are objects", { queries: { q: { properties: { name: [{ toString: "nord" }] } } } }, 400],
    ["a schema that is an object", { queries: { q: { schema: {}, properties: { name: ["nord"] } } } }, 400],
    ["an id beyond all bounds", { queries: { ["q".repeat(201)]: company("nord") } }, 400],
    ["too many queries", many(101), 400],
    ["too many names of a query", { queries: { q: company(...Array.from({ length: 11 }, (_, at) => `nord ${at}`)) } }, 400],
    [
      "too many names in all",
      {
        queries: Object.fromEntries(
          Array.from({ length: 21 }, (_, q) => [`q${q}`, company(...Array.from({ length: 10 }, (__, at) => `n${at}`))]),
        ),
      },
      400,
    ],
    ["a body as deep as it can be", `{"queries":{"q":{"properties":{"name":${nested(100_000)}}}}}`, 400],
    ["depth beside the queries", `{"x":${nested(100_000)}}`, 400],
    ["a prototype", `{"__proto__":{"queries":{}},"queries":{"q":{"properties":{"name":["nord"]}}}}`, 400],
    ["a prototype among the queries", `{"queries":{"__proto__":{"properties":{"name":["nord"]}}}}`, 400],
    ["an escaped prototype", `{"queries":{"q":{"\\u005f_proto__":{},"properties":{"name":["nord"]}}}}`, 400],
    ["a constructor with a prototype", `{"queries":{"constructor":{"prototype":{},"properties":{"name":["nord"]}}}}`, 400],
    ["too much", `{"queries":{"q":{"properties":{"name":["${"x".repeat(matchBodyLimit)}"]}}}}`, 413],
  ];

  it.each(bad)("%s", async (_, body, status) => {
    const { server, asked, reported } = await serve();
    const response = await post(server, body);
    expect([response.statusCode, Object.keys(response.json())]).toEqual([status, ["error", "detail"]]);
    expect(response.json().detail).toBe(response.json().error.message);
    expect(response.body.length).toBeLessThan(2000);
    expect(response.json().error.code).toBe(status === 413 ? "LM_SERVER_TOO_LARGE" : "LM_SERVER_QUESTION");
    expect([asked, reported]).toEqual([[], []]);
    expect(Object.hasOwn(Object.prototype, "queries")).toBe(false);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])("of type '%s'", async (type) => {
    const { server, asked } = await serve();
    const response = await post(server, { queries: { q: company("nord") } }, "/match/default", { "content-type": type });
    expect([response.statusCode, response.json().error.code]).toEqual([400, "LM_SERVER_QUESTION"]);
    expect(asked).toEqual([]);
  });

  it.each(["limit=0", "limit=501", "limit=x", "threshold=2", "threshold=x", "cutoff=-1", "limit=1&limit=2"])(
    "parameters %s",
    async (query) => {
      const { server } = await serve();
      expect((await post(server, { queries: { q: company("nord") } }, `/match/default?${query}`)).statusCode).toBe(400);
    },
  );

  it("takes as many as it says", async () => {
    const { server } = await serve();
    expect((await post(server, many(100))).statusCode).toBe(200);
  });

  it("answers ids that are names of methods under these very ids", async () => {
    const { server } = await serve();
    const ids = ["constructor", "toString", "hasOwnProperty", "valueOf", "<script>", "q\u0000", "中芯國際"];
    const response = await post(server, { queries: Object.fromEntries(ids.map((id) => [id, company("nord")])) });
    expect(response.statusCode, response.body).toBe(200);
    expect(Object.keys(response.json().responses)).toEqual(ids);
  });

  it("stops reading a body without a length where it grows too long", async () => {
    const { server, asked } = await serve();
    const address = new URL(await listen(server, { port: 0 }));
    const status = await new Promise<number | string>((resolve) => {
      const sent = httpRequest(
        {
          host: address.hostname,
          port: address.port,
          path: "/match/default",
          method: "POST",
          headers: { "content-type": "application/json" },
        },
        (response) => resolve(response.statusCode ?? 0),
      );
      sent.on("error", (fault) => resolve((fault as NodeJS.ErrnoException).code ?? "error"));
      const part = "x".repeat(64 * 1024);
      sent.write('{"queries":{"q":{"properties":{"name":["');
      for (let count = 0; count < 8; count++) sent.write(part);
      sent.end('"]}}}}');
    });
    expect([413, "ECONNRESET", "EPIPE"]).toContain(status);
    expect(asked).toEqual([]);
  });

  it("never fails inside, whatever JSON comes", async () => {
    const { server, reported } = await serve();
    const keys = fc.constantFrom("queries", "q", "schema", "properties", "name", "alias", "country", "constructor", "prototype", "id");
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.string({ unit: "binary" }),
        fc.constantFrom(null, true, 0, 1e308),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(keys, tie("tree"), { maxKeys: 4 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (inner) => {
        for (const body of [
          inner,
          { queries: inner },
          { queries: { q: { properties: inner } } },
          { queries: { q: { properties: { name: inner } } } },
        ]) {
          const { statusCode } = await post(server, body);
          expect([200, 400]).toContain(statusCode);
        }
      }),
      { numRuns: 150 },
    );
    expect(reported).toEqual([]);
  });
});
