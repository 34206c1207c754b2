import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import fastify from "fastify";
import { describe, expect, it } from "vitest";
import { addClosing } from "../../src/server/closing.ts";
import { createServer } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { temporaryFolder } from "../workspace/folder.ts";

/** A server that answers once it is told to, and a connection of a client to it. */
async function held(longest = 1000) {
  const server = fastify({ forceCloseConnections: "idle" });
  addClosing(server, longest);
  let answer: (text: string) => void = () => undefined;
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  let take = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    take = resolve;
  });
  server.get("/", () => {
    take();
    return answered;
  });
  const address = new URL(await server.listen({ port: 0 }));
  const taken = once(server.server, "connection");
  const client = connect(Number(address.port), address.hostname);
  const gone = once(client, "close");
  await taken;
  return { server, answer, asked, client, gone };
}

const ask = "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";

async function textOf(client: Socket): Promise<string> {
  const parts: string[] = [];
  client.setEncoding("utf8").on("data", (part: string) => parts.push(part));
  await once(client, "close");
  return parts.join("");
}

describe("a client that never reads its answer", () => {
  it("is cut off after a while, so that the data it is answered from can go", async () => {
    const giant = { ...(await fixtureAsk().status()), workspace: "x".repeat(40_000_000) };
    const server = await createServer({
      ask: { ...fixtureAsk(), status: async () => giant },
      longestSilence: 200,
      webDir: temporaryFolder(),
    });
    const address = new URL(await listen(server, { port: 0 }));
    const client = connect(Number(address.port), address.hostname).on("error", () => undefined);
    const taken = once(server.server, "connection") as Promise<[Socket]>;
    client.pause();
    client.write(`GET /api/status HTTP/1.1\r\nhost: ${address.host}\r\n\r\n`);
    const [connection] = await taken;
    await once(connection, "close");
    expect(client.bytesRead).toBeLessThan(40_000_000);
    client.destroy();
    await server.close();
  });
});

describe("addClosing", () => {
  it("does not wait for a connection on which nothing was asked, as browsers open them ahead", async () => {
    const { server, gone } = await held();
    await server.close();
    expect(await gone).toEqual([false]);
  });

  it("does not wait for a request that does not come to its end", async () => {
    const { server, client, gone } = await held();
    client.write("GET / HTTP/1.1\r\nhost: ");
    await setTimeout(50);
    await server.close();
    expect(await gone).toEqual([false]);
  });

  it("ends an answer under way before it lets its connection go", async () => {
    const { server, client, answer, asked } = await held();
    client.write(ask);
    await asked;
    const [text, closed] = [textOf(client), server.close()];
    await setTimeout(50);
    answer("all of it");
    await closed;
    expect(await text).toMatch(/200 OK[\s\S]*all of it/);
  });

  it("waits no longer than it is told to", async () => {
    const { server, client, asked, gone } = await held(50);
    client.write(ask);
    await asked;
    await server.close();
    expect(await gone).toEqual([false]);
  });
});
