import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../../src/base/errors.ts";
import { cardSize, drawsCards } from "../../../src/paper/card-png.ts";
import { digestOf, usersOf } from "../../../src/server/users.ts";
import { Desk } from "../../../src/server/work/desk.ts";
import { usualWaiting } from "../../../src/server/work/fair-queue.ts";
import { inProcess, Moved, type Runner } from "../../../src/server/work/runner.ts";
import type { SitePage } from "../../../src/site/page.ts";
import { pages } from "../../../src/site/pages.ts";
import { fixtureAsk, hostileMarkup } from "../../web/fixture-ask.ts";
import { host, render, serveSite } from "./serve-site.ts";

describe("pages of the site", () => {
  let server: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    server = await serveSite();
  });
  afterAll(() => server.close());
  const get = async (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers: { host, ...headers } });

  it.each(pages.map(({ path }) => path))(
    "%s is a whole document or a fault that is told, and never another kind of answer",
    async (path) => {
      const url = path.replace(/:\w+/g, "technology-7");
      const { statusCode, headers, body } = await get(url);
      expect([200, 400, 404, 409]).toContain(statusCode);
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(body).toMatch(/^<!doctype html><html lang="en">/);
      expect(body.match(/<h1>/g)).toHaveLength(1);
      expect(body).toMatch(/<title>[^<]{3,}<\/title>/);
      expect(body).toMatch(/<meta name="description" content="[^"]{3,}"/);
      expect(body).not.toMatch(/\sstyle=|<script>|onclick|javascript:/);
    },
  );

  it("lead to each other by addresses relative to their own", async () => {
    const { body } = await get("/technology/technology-7");
    expect(body).toContain('href="../assets/site-a.css"');
    expect(body).toContain('src="../assets/site-a.js"');
    expect(body).toMatch(/href="\.\.\/map\?technology=technology-7"/);
    expect((await get("/")).body).toContain('href="assets/site-a.css"');
  });

  it("name their own address by a name that the server knows, whatever a client has its proxy hand on", async () => {
    const behind = await serveSite({ proxies: ["127.0.0.1"], names: ["map.example.org"] });
    const imageOf = async (headers: Record<string, string>) => {
      const { body } = await behind.inject({ url: "/technology/technology-7", headers: { host, ...headers } });
      return /og:image" content="(\w+:\/\/[^/]+)/.exec(body)?.[1];
    };
    expect(await imageOf({ "x-forwarded-host": "map.example.org", "x-forwarded-proto": "https" })).toBe("https://map.example.org");
    for (const name of ["evil.example", "192.0.2.66", "evil.example/x"])
      expect(await imageOf({ "x-forwarded-host": name, "x-forwarded-proto": "javascript" })).toBe(`http://${host}`);
    await behind.close();
  });

  it("say no other numbers under an address of another day or edition", async () => {
    const today = await get("/scenarios?as-of=2026-11-29");
    expect(today.statusCode).toBe(200);
    for (const query of ["edition=old", "as-of=2026-11-29&edition=old", "as-of=2025-11-29&edition=old"]) {
      const { statusCode, body } = await get(`/scenarios?${query}`);
      expect(statusCode).toBe(410);
      expect(body).toContain("never shows other numbers");
      expect(body).not.toContain("Cite this");
    }
    expect(today.body).toContain("Cite this");
  });

  it("tell what was known on a day that is past, say so, and hand it on by all their links but that to the day of now", async () => {
    const { statusCode, body } = await get("/technology/technology-7?home=AA&as-of=2025-11-29&lang=en");
    expect(statusCode).toBe(200);
    expect(body).toContain("This page is as of 2025-11-29, as its address asks.");
    expect(body).toContain("as of 2025-11-29. <a");
    const links = [...body.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href!).filter((href) => !/^(#|https?:)/.test(href));
    expect(links.length).toBeGreaterThan(20);
    const elsewhere = links.filter((href) => !href.includes("as-of=2025-11-29"));
    expect(elsewhere).toEqual(["../technology/technology-7?home=AA&amp;as-of=2026-11-29&amp;lang=en"]);
    expect(body).toContain('<input type="hidden" name="as-of" value="2025-11-29"/>');
    expect((await get("/technology/technology-7?as-of=2026-11-29")).body).not.toContain("as its address asks");
  });

  it("tell a fixed server's day alone", async () => {
    const fixed = await serveSite({ asOf: "2026-11-29" });
    const { statusCode, body } = await fixed.inject({ url: "/scenarios?as-of=2025-11-29", headers: { host } });
    expect([statusCode, body.includes("never shows other numbers")]).toEqual([410, true]);
    await fixed.close();
  });

  it("say none either on the map, as a picture, in a frame, in a report, or under two editions at once", async () => {
    expect((await get("/map?home=AA&as-of=2026-11-29")).body).toContain('class="map-figure"');
    for (const url of [
      "/map?home=AA&edition=old",
      "/?home=AA&edition=old",
      "/technology/technology-7?picture=svg&edition=old",
      "/technology/technology-7?embed=1&edition=old",
      "/economy/AA/report?format=pdf&edition=old",
      "/scenarios?edition=old&edition=older",
    ]) {
      const { statusCode, body } = await get(url);
      expect(statusCode, url).toBe(410);
      expect(body, url).toContain("never shows other numbers");
    }
  });

  it("say which days there are where none is meant, or one that is yet to come", async () => {
    for (const [day, status, title] of [
      ["nonsense", 400, "This is not a day"],
      ["2026-11-31", 400, "This is not a day"],
      ["2026-11-29&as-of=2026-11-29", 400, "This is not a day"],
      ["2099-01-01", 404, "This day is yet to come"],
    ] as const) {
      const { statusCode, body } = await get(`/scenarios?as-of=${day}`);
      expect([statusCode, body.match(/<h1>([^<]*)/)?.[1]], day).toEqual([status, title]);
    }
  });

  it("lead from an address that was meant otherwise to its page, or to where its kind is chosen from", async () => {
    for (const [url, to] of [
      ["/economy/AA/?with=BB", "../../economy/AA?with=BB"],
      ["/Economy/AA", "../economy/AA"],
      ["/technology/", "../map?view=list"],
      ["/control", "controls"],
    ]) {
      const { statusCode, headers } = await get(url!, { accept: "text/html" });
      expect([statusCode, headers.location], url).toEqual([308, to]);
    }
  });

  it("tell what is found on the map with its picture, its card and its language, before any script runs", async () => {
    const { body } = await get("/map?home=AA");
    const [, finding] = body.match(/<p class="finding">([^<]*from AA[^<]*)<\/p>/) ?? [];
    expect(body).toContain(`<meta name="description" content="${finding}"/>`);
    expect(body.match(/<title>|name="description"|class="map-figure"/g)).toHaveLength(3);
    expect(body).toMatch(/property="og:image" content="http:\/\/127\.0\.0\.1\/map\?home=AA&amp;picture=\w{3}"/);
    expect((await get("/map?lang=zh")).body).toMatch(/<html lang="zh-Hans">.*<title>芯片制造地图 – Levermap<\/title>/s);
  });

  it("lead from views that the map had to the pages that have them now, and tell why a map has no answer", async () => {
    for (const [query, to] of [
      ["view=plan", "plans"],
      ["view=plan&plan=invented-lab&lang=zh", "plan/invented-lab?lang=zh"],
      ["view=backtests&home=nobody", "backtests"],
      ["patent=US1000001", "patent/US1000001"],
    ] as const) {
      const { statusCode, headers } = await get(`/map?${query}`);
      expect([statusCode, headers.location], query).toEqual([308, to]);
    }
    for (const [query, status] of [
      ["home=nobody", 404],
      ["home=AA&on=2026-13-45", 400],
    ] as const) {
      const { statusCode, body } = await get(`/map?${query}`);
      expect([statusCode, body.match(/<h1>([^<]*)/)?.[1]], query).toEqual([status, "This cannot be answered"]);
    }
  });

  it("say that a map is being worked out, and ask for the token as other pages do", async () => {
    const slow = await serveSite({ ask: { ...fixtureAsk(), map: () => new Promise(() => undefined) } });
    const { statusCode, body } = await slow.inject({ url: "/map?home=AA", headers: { host } });
    expect([statusCode, body.match(/<h1>([^<]*)/)?.[1]]).toEqual([202, "This is being worked out"]);
    await slow.close();
    const closed = await serveSite({ token: "s3cret-token" });
    expect((await closed.inject({ url: "/map", headers: { host } })).statusCode).toBe(401);
    await closed.close();
  });

  it("refuse a picture in a form that there is none of", async () => {
    for (const url of ["/map?picture=gif", "/technology/technology-7?picture=", "/economy/AA/report?picture=jpg"]) {
      const { statusCode, body } = await get(url);
      expect([statusCode, body.match(/<h1>([^<]*)/)?.[1]], url).toEqual([400, "Pictures are not drawn so"]);
    }
  });

  it("draw the map as its address chooses it", async () => {
    const picture = async (query: string): Promise<string> => (await get(`/map?home=AA&picture=svg${query}`)).body;
    expect(await picture("&colour=controls")).toContain("issuers of controls in force, at least:");
    expect(await picture("&colour=change&on=2026-01-01")).toContain("unknown on one of the days");
    expect(await picture("&colour=change")).not.toContain("unknown on one of the days");
    expect(await picture("&on=today")).toContain(">Levermap /map?home=AA&amp;on=today, as of ");
    const chinese = await picture("&lang=zh&colour=controls");
    expect([...chinese.matchAll(/<text(?![^>]*lang="en")[^>]*>([^<]*[A-Za-z]{3}[^<]*)</g)].map(([, text]) => text)).toEqual([]);
    const names = (svg: string): number => svg.match(/<text[^>]*lang="en"/g)?.length ?? 0;
    const { stages } = await fixtureAsk().map({});
    const ofStages = await Promise.all(stages.map(async ({ id }) => names(await picture(`&stage=${id}`))));
    const all = names(await picture(""));
    expect(ofStages.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(all);
    expect(ofStages.filter((each) => each === 0 || each >= all)).toEqual([]);
    expect(names(await picture("&unfold=all"))).toBeGreaterThan(all);
    const [whole, searched] = [await picture(""), await picture("&q=nothing-of-that-name")];
    expect(whole).toContain("not applicable");
    expect(searched.match(/<text[^>]*lang="en"/g)).toBeNull();
    expect(whole.match(/<text[^>]*lang="en"/g)?.length).toBeGreaterThan(5);
  });

  it("give the map by itself as a picture, a card and a frame, of the day that it is asked for", async () => {
    const { body } = await get("/map?home=AA&picture=svg");
    expect(body).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><title>What could be withheld from/);
    expect((await get("/map?embed=1")).body).toMatch(/<figure class="map-figure"><svg/);
    expect((await get("/map?home=AA&home=BB&picture=svg")).body).toBe(body);
    const { statusCode, rawPayload } = await get("/map?picture=png");
    expect(statusCode).toBe(drawsCards ? 200 : 404);
    if (drawsCards) expect([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
  });

  it("lead old addresses of the map to the map", async () => {
    const { statusCode, headers } = await get("/?home=AA&view=plan");
    expect([statusCode, headers.location]).toEqual([308, "map?home=AA&view=plan"]);
  });

  it("tell what is not known with its next step, and nothing of the inside", async () => {
    const { statusCode, body } = await get("/economy/%3Cb%3E");
    expect([400, 404]).toContain(statusCode);
    expect(body).toMatch(/LM_\w+/);
    expect(body).not.toContain("<b>");
    expect(body).not.toContain("Cite this");
  });

  it("show hostile texts as texts", async () => {
    const hostile = await serveSite({ ask: fixtureAsk({ hostile: true }) });
    for (const url of [
      "/technology/technology-7",
      "/holder/org-beta",
      `/search?q=${encodeURIComponent(hostileMarkup)}`,
      "/patents?q=invented",
      "/map",
      "/map?picture=svg",
      "/map?embed=1",
    ]) {
      const { body } = await hostile.inject({ url, headers: { host } });
      expect(body).not.toContain("<img");
      expect(body).not.toMatch(/href="javascript:/i);
    }
    await hostile.close();
  });

  it("ask for a token where one is needed, and take it from the cookie that the session gives", async () => {
    const closed = await serveSite({ token: "s3cret-token" });
    const asked = await closed.inject({ url: "/scenarios", headers: { host } });
    expect(asked.statusCode).toBe(401);
    expect(asked.body).toContain('data-session="session"');
    const post = (token: string) =>
      closed.inject({ method: "POST", url: "/session", headers: { host, "content-type": "application/json" }, payload: { token } });
    expect((await post("wrong")).statusCode).toBe(401);
    const given = await post("s3cret-token");
    const cookie = String(given.headers["set-cookie"]);
    expect(cookie).toMatch(/^levermap-token=s3cret-token; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
    const kept = { host, cookie: cookie.split(";")[0]! };
    expect((await closed.inject({ url: "/scenarios", headers: kept })).statusCode).toBe(200);
    expect((await closed.inject({ url: "/api/scenarios", headers: kept })).statusCode).toBe(200);
    expect(String((await post("")).headers["set-cookie"])).toContain("Max-Age=0");
    await closed.close();
    const proxied = await serveSite({ token: "s3cret-token", proxies: ["127.0.0.1"] });
    const headers = { host, "content-type": "application/json", "x-forwarded-proto": "https" };
    const behind = await proxied.inject({ method: "POST", url: "/session", headers, payload: { token: "s3cret-token" } });
    expect(String(behind.headers["set-cookie"])).toMatch(/; Secure$/);
    await proxied.close();
  });

  it("ask again where the data has moved on meanwhile, and are kept by nobody", async () => {
    const runner = { run: () => Promise.reject(new Moved()), close: async () => undefined };
    const moving = await serveSite({ desk: new Desk({ runner, limits: { slots: 1, ...usualWaiting } }) });
    const { statusCode, headers, body } = await moving.inject({ url: "/leverage", headers: { host } });
    expect([statusCode, headers.refresh, headers["cache-control"]]).toEqual([202, "2", "no-store"]);
    expect(body).toContain("being worked out");
    const picture = await moving.inject({ url: "/leverage?picture=svg", headers: { host } });
    expect([picture.statusCode, picture.headers["retry-after"]]).toEqual([503, "2"]);
    await moving.close();
  });

  it("say that a question ran out of time, and do not have it worked on again for as long as they are open", async () => {
    const fails: ((thrown: Error) => void)[] = [];
    const others = inProcess(fixtureAsk());
    const run: Runner["run"] = (asked, call) =>
      asked.name === "leverage" ? new Promise<never>((_, reject) => fails.push(reject)) : others.run(asked, call);
    const runner = { run, close: async () => undefined };
    const slow = await serveSite({ desk: new Desk({ runner, limits: { slots: 1, ...usualWaiting } }) });
    const ask = () => slow.inject({ url: "/leverage", headers: { host } });
    expect((await ask()).headers.refresh).toBe("2");
    fails[0]!(new LevermapError("LM_SERVER_BUDGET", "The question ran for 180 seconds."));
    for (let again = 0; again < 2; again++) {
      const { statusCode, headers, body } = await ask();
      expect([statusCode, headers.refresh]).toEqual([503, undefined]);
      expect(body).toContain("ran for 180 seconds");
    }
    expect(fails).toHaveLength(1);
    await slow.close();
  });

  it("give their picture by itself as SVG, with title, unit, day and edition, and nothing of a page that has none", async () => {
    const { statusCode, headers, body } = await get("/technology/technology-7?picture=svg");
    expect([statusCode, headers["content-type"]]).toEqual([200, "image/svg+xml; charset=utf-8"]);
    expect(body).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(body).toContain("part of world supply");
    expect(body).toContain("as of 2026-11-29");
    expect(body).not.toMatch(/<script|style=|url\(/);
    expect((await get("/scenarios?picture=svg")).statusCode).toBe(404);
    expect((await get("/technology/technology-7")).body).toContain('href="../technology/technology-7?picture=svg"');
  });

  it("give their picture as a card of 1,200 by 630 pixels too, where the system has a face for it, and name it to who shows links", async () => {
    const page = await get("/technology/technology-7");
    const card = await get("/technology/technology-7?picture=png");
    if (!drawsCards) {
      expect(card.statusCode).toBe(404);
      expect(page.body).toContain('property="og:image" content="http://127.0.0.1/technology/technology-7?picture=svg"');
      return;
    }
    expect([card.statusCode, card.headers["content-type"]]).toEqual([200, "image/png"]);
    expect(card.rawPayload.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([card.rawPayload.readUInt32BE(16), card.rawPayload.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
    expect((await get("/technology/technology-7?picture=png")).rawPayload).toEqual(card.rawPayload);
    expect(page.body).toContain('property="og:image" content="http://127.0.0.1/technology/technology-7?picture=png"');
    expect(page.body).toContain('name="twitter:card" content="summary_large_image"');
    expect((await get("/scenarios?picture=png")).statusCode).toBe(404);
  });

  it("give their picture for a frame of others, without a script, and let nothing else be framed", async () => {
    const { statusCode, headers, body } = await get("/technology/technology-7?embed=1");
    expect(statusCode).toBe(200);
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors \*/);
    expect(headers["content-security-policy"]).not.toContain("script-src");
    expect(body).not.toMatch(/<script|<form|<nav/);
    expect(body).toContain("as of 2026-11-29");
    const whole = await get("/technology/technology-7");
    expect(whole.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect((await get("/scenarios?embed=1")).statusCode).toBe(404);
  });

  it("tell the API, and the method where the build has made its pages", async () => {
    const api = await get("/api");
    expect([api.statusCode, api.body.includes("/api/find?query=")]).toEqual([200, true]);
    expect((await get("/method")).statusCode).toBe(404);
    const html = '<p><a href="{root}method/course">course</a></p>';
    const documented = await serveSite({ documents: [{ id: "course", title: "Course", lead: "What?", html }] });
    const page = await documented.inject({ url: "/method/course", headers: { host } });
    expect(page.body).toContain('<a href="../method/course">course</a>');
    expect((await documented.inject({ url: "/method/none", headers: { host } })).statusCode).toBe(404);
    await documented.close();
  });

  it("are drawn larger for a wall, under an address that says so", async () => {
    expect((await get("/technology/technology-7?size=presenter")).body).toContain('<body class="presenter">');
    expect((await get("/technology/technology-7")).body).toContain("size=presenter");
  });

  it("are for whom the questions behind them are", async () => {
    const users = usersOf([{ name: "anna", role: "reader", token: digestOf("hers") }]);
    const closed = await serveSite({ users });
    const headers = { host, cookie: "levermap-token=hers" };
    expect((await closed.inject({ url: "/scenarios", headers })).statusCode).toBe(200);
    const refused = await closed.inject({ url: "/screen?name=Acme", headers });
    expect([refused.statusCode, refused.body.includes("officer")]).toEqual([403, true]);
    await closed.close();
  });
});

it("a page draws every part that it may have", () => {
  const page: SitePage = {
    title: "A & B?",
    finding: "One < two.",
    picture: {
      kind: "figure",
      title: "P",
      unit: "part",
      summary: "",
      shape: { kind: "bars", bars: [{ label: "x", text: "5%", interval: [0, 0.05, 0.1] }] },
    },
    form: { choices: [{ name: "q", label: "Word", value: '"' }] },
    blocks: [{ kind: "note", text: "n" }],
    steps: [{ label: "Next", path: "economy/DE" }],
  };
  const shell = { root: "../", styles: [], scripts: [], path: "x/y", query: {}, day: "2026-11-29", edition: "7-ab" };
  const html = render.renderPage(page, shell);
  expect(html).toContain("<h1>A &amp; B?</h1>");
  expect(html).toContain("One &lt; two.");
  expect(html).toContain('value="&quot;"');
  expect(html).toContain('href="../economy/DE"');
  expect(html).toContain("as-of=2026-11-29&amp;edition=7-ab");
});
