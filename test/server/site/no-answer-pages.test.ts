import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../../src/base/errors.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { host, serveSite } from "./serve-site.ts";

describe("pages of faults", () => {
  let server: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    server = await serveSite();
  });
  afterAll(() => server.close());
  const get = async (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers: { host, ...headers } });

  it("tell a browser that an address leads nowhere, and make no link of it; a program is told in JSON", async () => {
    for (const url of [
      "/nothing",
      "/a/b/c?home=AA",
      "/javascript:alert(1)?as-of=x",
      "//evil.example/x",
      `/technology/${"x".repeat(400)}`,
    ]) {
      const { statusCode, headers, body } = await get(url, { accept: "text/html,*/*;q=0.8" });
      expect([statusCode, headers["content-type"]], url).toEqual([404, "text/html; charset=utf-8"]);
      expect(body).toContain("There is no page at this address");
      expect(body).not.toMatch(/javascript:|evil|x{20}|Cite this/);
      for (const [, link = ""] of body.matchAll(/(?:href|src|action)="([^"#]*)"/g))
        expect(new URL(link, `http://${host}${url}`).pathname, link).toMatch(/^\/(?:[a-z-]*|mark\.svg|assets\/site-a\.\w+)$/);
    }
    for (const [url, accept] of [
      ["/nothing", "*/*"],
      ["/api/nothing", "text/html"],
    ] as const)
      expect((await get(url, { accept })).json().error.code).toBe("LM_SERVER_NOT_FOUND");
  });

  it("tell a fault with what a browser can do about it, lead to what was perhaps meant, and offer no more than there is", async () => {
    const message = 'There is no technology "technolgy-7". Did you mean technology-7 or technology-70?';
    const unknown = new LevermapError("LM_TECHNOLOGY_UNKNOWN", message, { near: ["technology-7", "technology-70"] });
    const misspelt = await serveSite({ ask: { ...fixtureAsk(), technology: () => Promise.reject(unknown) } });
    const { statusCode, body } = await misspelt.inject({ url: "/technology/technolgy-7", headers: { host } });
    await misspelt.close();
    expect(statusCode).toBe(404);
    expect(body).toContain(
      'Did you mean <a href="../technology/technology-7">technology-7</a> or <a href="../technology/technology-70">technology-70</a>?',
    );
    expect(body).toContain('<a href="../map?view=list">All technologies</a>');
    expect(body).not.toMatch(/levermap [a-z]|--[a-z]|Tables, details and sources/);
    expect((await get("/technology/technology-7")).body).toContain("Tables, details and sources");
    expect((await get("/screen?name=Acme")).body).not.toMatch(/levermap load/);
  });

  it("tell at their top what of an address they do not know, as text, and hand it on to no link", async () => {
    const { statusCode, body } = await get("/technology/technology-7?compare=zzz&<b>x</b>=1&utm_source=y&lang=xx");
    expect(statusCode).toBe(200);
    expect(body).toContain("This address asks for compare and &lt;b&gt;x&lt;/b&gt;, which this page does not know.");
    expect(body).toContain("lang “xx”");
    expect(body).not.toMatch(/utm_source|<b>|compare=zzz/);
    expect((await get("/technology/technology-7?home=AA&fbclid=x")).body).not.toContain("address-note");
    const map = await get("/map?stage=bogus&held=QQ");
    expect(map.body).toContain("This address asks for held");
    expect(map.body).toContain("stage “bogus”");
    expect((await get("/technology/technology-7?compare=zzz&lang=zh")).body).toContain("此地址要求");
  });

  it("tell a browser of faults that come before any page, and a program in JSON", async () => {
    const browser = { host, accept: "text/html,*/*;q=0.8" };
    for (const [method, url, status] of [
      ["GET", "/%E0%A4%A", 400],
      ["GET", "/economy/%E0%A4%A", 400],
      ["POST", "/economy/AA", 405],
      ["DELETE", "/nothing", 405],
    ] as const) {
      const page = await server.inject({ method, url, headers: browser });
      expect([page.statusCode, page.headers["content-type"]], url).toEqual([status, "text/html; charset=utf-8"]);
      expect(page.body).toContain("This cannot be answered");
      expect(page.headers["x-content-type-options"]).toBe("nosniff");
      const told = await server.inject({ method, url, headers: { host, accept: "application/problem+json" } });
      expect([told.statusCode, told.headers["content-type"]], url).toEqual([status, "application/problem+json; charset=utf-8"]);
    }
    const refused = await server.inject({ url: "/", headers: { ...browser, host: "evil.example" } });
    expect([refused.statusCode, refused.headers["content-type"]]).toEqual([403, "text/html; charset=utf-8"]);
    expect((await server.inject({ url: "/api/nothing", headers: browser })).headers["content-type"]).toMatch(/json/);
  });

  it("tell who asks too often in JSON, browsers too, as to refuse costs least", async () => {
    const strict = await serveSite({ rate: { burst: 1, perSecond: 0.001 } });
    const headers = { host, accept: "text/html,*/*;q=0.8" };
    await strict.inject({ url: "/screen", headers });
    const refused = await strict.inject({ url: "/screen", headers });
    await strict.close();
    expect([refused.statusCode, refused.json().error.code]).toEqual([429, "LM_SERVER_TOO_MANY"]);
    expect(refused.headers["retry-after"]).toBeDefined();
  });
});
