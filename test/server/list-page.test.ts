import { tmpdir } from "node:os";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Question } from "../../src/answers/shared/question.ts";
import { questions } from "../../src/ask/questions.ts";
import { createServer } from "../../src/server/create-server.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";

let server: FastifyInstance;
const inner = fixtureAsk();
const asked: unknown[] = [];

beforeAll(async () => {
  const find: typeof inner.find = (input) => {
    asked.push(input);
    return inner.find(input);
  };
  const ask = { ...inner, find };
  server = await createServer({ ask, webDir: tmpdir(), rate: { burst: 1e9, perSecond: 1e9 } });
});
afterAll(() => server.close());

const ask = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers: { host: "127.0.0.1:4173", ...headers } });

/** Where a header leads, on from an address. */
const linkOf = (header: unknown, rel: string, from: string): string | null => {
  const found = new RegExp(`<([^>]*)>; rel="${rel}"`).exec(String(header ?? ""))?.[1];
  if (found === undefined) return null;
  const { pathname, search } = new URL(found, `http://host${from}`);
  return `${pathname}${search}`;
};

/** All of a list by its links, a page each. */
async function walk(first: string, list: string, rel: string): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  for (let at: string | null = first; at !== null; ) {
    const { headers, statusCode, body } = await ask(at);
    expect(statusCode, body).toBe(200);
    pages.push(JSON.parse(body)[list]);
    at = linkOf(headers.link, rel, at);
  }
  return pages;
}

describe("lists page by page", () => {
  it("are as they were without a page", async () => {
    const { headers, body } = await ask("/api/technologies");
    expect(headers.link).toBeUndefined();
    expect(JSON.parse(body).technologies).toHaveLength((await inner.technologies({})).technologies.length);
  });

  it("give each of the list once, whatever the size of a page, forwards and back", async () => {
    const whole = (await ask("/api/technologies")).json();
    const { length } = whole.technologies;
    const sizes = fc.integer({ min: Math.ceil(length / 9), max: length + 5 });
    await fc.assert(
      fc.asyncProperty(sizes, async (limit) => {
        const pages = await walk(`/api/technologies?limit=${limit}`, "technologies", "next");
        expect(pages.flat()).toEqual(whole.technologies);
        expect(pages.map((page) => page.length).slice(0, -1)).toEqual(pages.slice(1).map(() => limit));
        const last = (pages.length - 1) * limit;
        const back = await walk(`/api/technologies?offset=${last}&limit=${limit}`, "technologies", "prev");
        expect(back.reverse().flat()).toEqual(whole.technologies);
      }),
      { numRuns: 8 },
    );
  });

  it("leave all else of the answer, and the other words of the address", async () => {
    const { technologies: _, ...whole } = (await ask("/api/technologies")).json();
    const { technologies, ...rest } = (await ask("/api/technologies?offset=1&limit=2")).json();
    expect(technologies).toHaveLength(2);
    expect(rest).toEqual(whole);
    const { headers } = await ask("/api/find?query=technology%26%3E&limit=1&offset=4");
    expect(linkOf(headers.link, "prev", "/api/find")).toBe("/api/find?query=technology%26%3E&limit=1&offset=3");
  });

  it("ask for as much of a list from the top as the page needs, the same for pages near one another", async () => {
    const { found } = (await ask("/api/find?query=technology&top=200")).json();
    expect(found.length).toBeGreaterThan(20);
    asked.length = 0;
    const pages = await walk("/api/find?query=technology&limit=7", "found", "next");
    expect(pages.flat()).toEqual(found);
    expect(asked).toEqual(pages.map(() => ({ query: "technology", top: 100 })));
    expect((await walk("/api/find?query=technology&limit=7&top=10", "found", "next")).map((page) => page.length)).toEqual([7, 3]);
    expect((await ask("/api/find?query=technology&offset=195&limit=10")).statusCode).toBe(200);
    expect(asked.at(-1)).toEqual({ query: "technology", top: 200 });
  });

  it("end after the last", async () => {
    const { headers, body } = await ask("/api/technologies?offset=100000");
    expect(JSON.parse(body).technologies).toEqual([]);
    expect(linkOf(headers.link, "next", "/api/technologies")).toBeNull();
  });

  it("are cut in an answer that comes as an event, too", async () => {
    const { body } = await ask("/api/chokepoints?limit=2&offset=1", { accept: "text/event-stream" });
    const { ranked } = JSON.parse(/event: answer\ndata: (.*)/.exec(body)![1]!);
    expect(ranked).toEqual((await ask("/api/chokepoints")).json().ranked.slice(1, 3));
  });

  it.each(["limit=0", "limit=1001", "limit=ten", "offset=-1", "offset=1.5", "limit=1&limit=2"])("refuse %s", async (words) => {
    const { statusCode, body } = await ask(`/api/technologies?${words}`);
    expect([statusCode, JSON.parse(body).error.code]).toEqual([400, "LM_SERVER_QUESTION"]);
  });

  it("are refused where an answer is no list", async () => {
    expect((await ask("/api/map?limit=5")).statusCode).toBe(400);
  });

  it("are lists of their answers, and described with both fields", async () => {
    const { paths, components } = (await ask("/api/openapi.json")).json();
    const listed = (Object.values(questions) as Question[]).filter(({ http }) => http?.lists !== undefined);
    expect(listed.length).toBeGreaterThan(10);
    for (const { http, answerName, name } of listed) {
      const { properties } = components.schemas[answerName];
      for (const list of http!.lists!) expect(JSON.stringify(properties[list]), `${name} ${list}`).toMatch(/"type":"array"/);
      const { parameters } = paths[http!.path.replace(/:(\w+)/g, "{$1}")].get;
      const words = parameters.map((each: { name: string }) => each.name);
      expect(words, name).toEqual(expect.arrayContaining(["offset", "limit"]));
      expect(new Set(words).size, name).toBe(words.length);
    }
  });
});
