import { createServer as createSocket, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createServer } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(token?: string) {
  const server = await createServer({ ask: fixtureAsk(), webDir: "/nowhere", token });
  closing.push(() => server.close());
  return server;
}

function occupy(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const socket = createSocket().once("error", reject);
    socket.listen({ host: "127.0.0.1", port }, () => {
      closing.push(() => new Promise((done) => socket.close(done)));
      resolve(socket);
    });
  });
}

async function portOf(socket: Promise<Server>): Promise<number> {
  const address = (await socket).address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  return address.port;
}

describe("listen", () => {
  it("answers on the address it returns", async () => {
    const address = await listen(await serve(), { port: 0 });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/api/status`)).status).toBe(200);
  });

  it("moves on from a busy port", async () => {
    const busy = await portOf(occupy(0));
    const address = await listen(await serve(), { port: busy });
    expect(Number(new URL(address).port)).toBeGreaterThan(busy);
    expect((await fetch(`${address}/api/status`)).status).toBe(200);
  });

  it("gives up when no port is left", async () => {
    const last = await occupy(65_535).catch(() => null);
    if (!last) return;
    await expect(listen(await serve(), { port: 65_535 })).rejects.toMatchObject({ code: "LM_SERVER_PORT_BUSY" });
  });

  it.each(["0.0.0.0", "::", "192.0.2.1", "map.example"])("needs a token to listen on %s", async (host) => {
    await expect(listen(await serve(), { host, port: 0 })).rejects.toMatchObject({ code: "LM_SERVER_TOKEN_NEEDED" });
  });

  it("listens elsewhere with a token, and asks for it", async () => {
    const address = await listen(await serve("t0ken"), { host: "0.0.0.0", port: 0 });
    const url = `http://127.0.0.1:${new URL(address).port}/api/status`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { authorization: "Bearer t0ken" } })).status).toBe(200);
  });

  it("closes when the signal says so", async () => {
    const stop = new AbortController();
    const address = await listen(await serve(), { port: 0, signal: stop.signal });
    expect((await fetch(`${address}/api/status`)).status).toBe(200);
    stop.abort();
    await expect
      .poll(() =>
        fetch(`${address}/api/status`).then(
          () => "up",
          () => "down",
        ),
      )
      .toBe("down");
  });
});
