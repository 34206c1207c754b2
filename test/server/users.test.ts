import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, describe, expect, it } from "vitest";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { digestOf, newToken, type Role, readUsers, roles, usersOf } from "../../src/server/users.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { codeOf, errorOf, temporaryFolder } from "../workspace/folder.ts";

const folder = temporaryFolder();
const open: FastifyInstance[] = [];
const bearer = (role: string) => ({ authorization: `Bearer token-of-${role}` });
const users = usersOf(roles.map((role) => ({ name: `a-${role}`, role, token: digestOf(`token-of-${role}`) })));

async function serve(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const server = await createServer({ ask: fixtureAsk(), webDir: join(folder, "none"), ...options });
  open.push(server);
  return server;
}

const host = "127.0.0.1:4173";
const statusOf = async (server: FastifyInstance, url: string, headers: Record<string, string> = {}, remoteAddress = "127.0.0.1") =>
  (await server.inject({ url, headers: { host, ...headers }, remoteAddress })).statusCode;

afterAll(() => Promise.all(open.map((server) => server.close())));

/** One route of each kind, and who may ask it. */
const routes: readonly (readonly [url: string, least: Role])[] = [
  ["/api/chokepoints", "reader"],
  ["/api/technologies", "reader"],
  ["/api/leverage?from=US&on=CN", "analyst"],
  ["/api/backtest", "analyst"],
  ["/api/screen?name=Acme", "officer"],
  ["/entities/none", "officer"],
  ["/entities/csl/a-list/none", "officer"],
  ["/catalog", "officer"],
  ["/metrics", "administrator"],
];

describe("users of a server", () => {
  it("may ask what their role is for, and are told the role that is needed for the rest", async () => {
    const server = await serve({ users });
    for (const [url, least] of routes)
      for (const role of roles) {
        const { statusCode, body } = await server.inject({ url, headers: { host, ...bearer(role) } });
        const may = roles.indexOf(role) >= roles.indexOf(least);
        expect([url, role, statusCode === 403]).toEqual([url, role, !may]);
        if (!may) expect(JSON.parse(body).error).toMatchObject({ code: "LM_SERVER_ROLE", message: expect.stringContaining(least) });
      }
  });

  it("are asked for a token, and nothing is said to a wrong one", async () => {
    const server = await serve({ users });
    for (const headers of [{}, { authorization: "Bearer nonsense" }, { authorization: "Basic YTpi" }] as Record<string, string>[])
      for (const [url] of routes) expect(await statusOf(server, url, headers)).toBe(401);
    for (const url of ["/healthz", "/readyz"]) expect(await statusOf(server, url)).not.toBe(401);
  });

  it("may be anybody for reading where the server is public, and somebody with a token", async () => {
    const server = await serve({ users, isPublic: true });
    for (const [url, least] of routes) expect([url, await statusOf(server, url)]).toEqual([url, least === "reader" ? 200 : 403]);
    expect(await statusOf(server, "/metrics", bearer("administrator"))).toBe(200);
    expect(await statusOf(server, "/api/chokepoints", { authorization: "Bearer nonsense" })).toBe(401);
    const alone = await serve({ isPublic: true });
    expect([await statusOf(alone, "/api/technologies"), await statusOf(alone, "/metrics")]).toEqual([200, 403]);
  });

  it("are who a trusted proxy says, and nobody else is believed", async () => {
    const server = await serve({ users, userHeader: "X-Forwarded-User", proxies: ["10.0.0.0/8", "::1"] });
    const as = { "x-forwarded-user": "a-officer" };
    expect(await statusOf(server, "/catalog", as, "10.1.2.3")).not.toBe(401);
    expect(await statusOf(server, "/catalog", as, "::1")).not.toBe(401);
    expect(await statusOf(server, "/catalog", as, "::ffff:10.1.2.3")).not.toBe(401);
    for (const address of ["127.0.0.1", "11.0.0.1", "192.168.0.1"]) expect(await statusOf(server, "/catalog", as, address)).toBe(401);
    expect(await statusOf(server, "/catalog", { "x-forwarded-user": "a-stranger" }, "10.1.2.3")).toBe(401);
    expect(await statusOf(server, "/catalog", { "x-forwarded-user": "a-reader" }, "10.1.2.3")).toBe(403);
  });

  it("are not asked for by pages of other sites, which a browser lets send what needs no leave", async () => {
    const server = await serve({ users, userHeader: "x-user", proxies: ["127.0.0.1"] });
    const post = async (from: Record<string, string>) => {
      const headers = { host, "x-user": "a-officer", "content-type": "text/plain", ...from };
      return (await server.inject({ method: "POST", url: "/api/jobs/measures", headers, payload: "x" })).json().error.code;
    };
    for (const site of ["cross-site", "same-site"]) expect(await post({ "sec-fetch-site": site })).toBe("LM_SERVER_HOST_REFUSED");
    for (const own of [{}, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }])
      expect(await post(own as Record<string, string>)).toBe("LM_SERVER_TOKEN_NEEDED");
    expect(await statusOf(server, "/catalog", { "x-user": "a-officer", "sec-fetch-site": "cross-site" })).not.toBe(403);
  });

  it("are no administrators by a name that the one token might have", async () => {
    const server = await serve({ token: "the-one", users, userHeader: "x-user", proxies: ["127.0.0.1"] });
    for (const name of ["token", "anybody"]) expect(await statusOf(server, "/metrics", { "x-user": name })).toBe(401);
    expect(await statusOf(server, "/metrics", { authorization: "Bearer the-one" })).toBe(200);
    expect(await statusOf(server, "/metrics", { authorization: "ApiKey the-one" })).toBe(200);
  });

  it("are enough to listen where others can reach it, as is a public server", async () => {
    for (const options of [{ users }, { isPublic: true }]) {
      const server = await serve(options);
      expect(await listen(server, { host: "0.0.0.0", port: 0 })).toMatch(/^http/);
    }
    expect(await codeOf(listen(await serve(), { host: "0.0.0.0", port: 0 }))).toBe("LM_SERVER_TOKEN_NEEDED");
  });
});

describe("a file of users", () => {
  const write = async (text: string): Promise<string> => {
    const path = join(folder, "users.yaml");
    await writeFile(path, text);
    return path;
  };

  it("is read, and keeps no token", async () => {
    const { token, digest } = newToken();
    const read = await readUsers(
      await write(`users:\n  - { name: anna, role: officer, token: "${digest}" }\n  - { name: ben, role: reader }\n`),
    );
    expect([read.byToken(token), read.byToken(digest), read.byToken(""), read.byName("Ben")]).toEqual([
      { name: "anna", role: "officer" },
      null,
      null,
      { name: "ben", role: "reader" },
    ]);
  });

  it.each([
    ["", "users"],
    ["users: []", "users"],
    ["users: [{ name: anna }]", "role"],
    ["users: [{ name: anna, role: king }]", "role"],
    ["users: [{ name: 'an na', role: reader }]", "name"],
    ["users: [{ name: anna, role: reader, token: secret }]", "token"],
    ["users: [{ name: anna, role: reader }, { name: anna, role: officer }]", "anna stands there twice"],
    [`users: [{ name: a, role: reader, token: '${digestOf("x")}' }, { name: b, role: reader, token: '${digestOf("x")}' }]`, "one token"],
    ["users: [", "not valid"],
  ])("is refused with what is wrong: %s", async (text, word) => {
    const error = await errorOf(readUsers(await write(text)));
    expect([error?.code, error?.message.includes(word)]).toEqual(["LM_USERS_INVALID", true]);
  });

  it("is missed where it is not there", async () => {
    expect(await codeOf(readUsers(join(folder, "none.yaml")))).toBe("LM_USERS_INVALID");
  });
});

describe("answers", () => {
  it("are packed for clients that can unpack them, and are the same", async () => {
    const server = await serve();
    const plain = await server.inject({ url: "/api/technologies", headers: { host } });
    const ask = (encoding: string) => server.inject({ url: "/api/technologies", headers: { host, "accept-encoding": encoding } });
    const [brotli, gzip] = [await ask("gzip, br"), await ask("gzip")];
    expect([plain.headers["content-encoding"], brotli.headers["content-encoding"], gzip.headers["content-encoding"]]).toEqual([
      undefined,
      "br",
      "gzip",
    ]);
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(gunzipSync(gzip.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });
});
