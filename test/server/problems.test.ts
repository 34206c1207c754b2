import { tmpdir } from "node:os";
import { afterAll, expect, it } from "vitest";
import { createServer } from "../../src/server/create-server.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";

const server = await createServer({ ask: fixtureAsk(), webDir: tmpdir() });
afterAll(() => server.close());

const ask = (url: string, accept?: string) => server.inject({ url, headers: { host: "127.0.0.1", ...(accept && { accept }) } });

it.each(["application/problem+json", "application/json, Application/Problem+JSON;q=0.9"])(
  "errors are problems of RFC 9457 for who accepts %s",
  async (accept) => {
    const { statusCode, headers, body } = await ask("/api/map?home=ZZ", accept);
    expect(statusCode).toBe(404);
    expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    const problem = JSON.parse(body);
    expect(problem).toMatchObject({
      type: "urn:levermap:error:LM_ECONOMY_UNKNOWN",
      title: "Economy unknown",
      status: 404,
      code: "LM_ECONOMY_UNKNOWN",
    });
    expect(problem.detail).toContain('There is no economy or group "ZZ".');
    expect(problem.error).toEqual(JSON.parse((await ask("/api/map?home=ZZ")).body).error);
  },
);

it("errors are the documented object for all others, and answers are as ever", async () => {
  const { headers, body } = await ask("/api/map?home=ZZ");
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(Object.keys(JSON.parse(body))).toEqual(["error"]);
  expect((await ask("/api/map", "application/problem+json, application/json")).headers["content-type"]).toBe(
    "application/json; charset=utf-8",
  );
});
