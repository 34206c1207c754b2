import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { type Address, fetchSource, readAddresses } from "../../../src/sources/fetch/fetch.ts";
import { sources } from "../../../src/sources/index.ts";
import { folderOf, listening } from "../support.ts";

const content = Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 7919) % 251));
const other = Buffer.from(content).reverse();
const sha256 = createHash("sha256").update(content).digest("hex");

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server on this machine that answers with `answer` and keeps the `Range` headers it was sent. */
async function serve(answer: Answer): Promise<{ url: string; ranges: (string | undefined)[] }> {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response, ranges.length);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ranges };
}

/** Where the test that runs now has the part of its download. */
let part = "";

/** Cuts the connection once the receiver has written `size` bytes, so that none is lost on the way. */
function cutWhenWritten(response: ServerResponse, size: number): void {
  const timer = setInterval(() => {
    if ((statSync(part, { throwIfNoEntry: false })?.size ?? 0) < size) return;
    clearInterval(timer);
    response.destroy();
  }, 2);
}

/** Sends bytes and cuts the connection after `limit` of them. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  options: { etag?: string; ranges?: boolean; limit?: number; modified?: string } = {},
): void {
  const { etag, ranges = true, limit = Number.POSITIVE_INFINITY, modified } = options;
  const asked = ranges ? /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] : undefined;
  const same = request.headers["if-range"] === undefined || request.headers["if-range"] === (etag ?? modified);
  const start = asked !== undefined && same ? Number(asked) : 0;
  const rest = bytes.subarray(start);
  const headers = { "content-length": rest.length, ...(etag ? { etag } : {}), ...(modified ? { "last-modified": modified } : {}) };
  if (start > 0) response.writeHead(206, { ...headers, "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` });
  else response.writeHead(200, headers);
  if (rest.length <= limit) response.end(rest);
  else response.write(rest.subarray(0, limit), () => cutWhenWritten(response, start + limit));
}

const address = (files: Address["files"]): ReadonlyMap<string, Address> =>
  new Map([["it", { title: "It", publisher: "They", licence: "free to use", checked: "no", files }]]);

const one = (extra: { sha256?: string; bytes?: number } = {}) => address([{ url: "https://example.org/x", file: "x.bin", ...extra }]);

async function run(
  url: string,
  options: { dir?: string; addresses?: ReadonlyMap<string, Address>; retries?: number; maxBytes?: number; stallTimeout?: number } = {},
) {
  const dir = options.dir ?? (await folderOf({}));
  part = join(dir, "x.bin.part");
  const { effects, said } = listening();
  const fetched = fetchSource("it", { retryDelay: 1, stallTimeout: 5_000, addresses: one(), ...options, dir, baseUrl: url }, effects);
  return { dir, said, fetched, path: join(dir, "x.bin") };
}

describe("fetch", () => {
  test("downloads a file, says the licence, and leaves nothing else", async () => {
    const { url } = await serve((request, response) => send(request, response, content));
    const { fetched, path, said } = await run(url, { addresses: one({ sha256 }) });
    expect(await fetched).toMatchObject({ files: [{ path, bytes: content.length }], licence: "free to use" });
    expect(await readFile(path)).toEqual(content);
    expect(said[0]).toContain("free to use");
    expect([existsSync(`${path}.part`), existsSync(`${path}.part.json`)]).toEqual([false, false]);
  });

  test("about how large a file is is said before it is asked for", async () => {
    const order: string[] = [];
    const { url } = await serve((request, response) => {
      order.push("asked");
      send(request, response, content);
    });
    const { fetched, said } = await run(url, { addresses: one({ bytes: 156_000_000_000 }) });
    order.unshift(...said.filter((text) => text.includes("156 GB")).map(() => "said"));
    await fetched;
    expect(order).toEqual(["said", "asked"]);
  });

  test("a cut connection is gone on with where it stopped", async () => {
    const { url, ranges } = await serve((request, response, count) =>
      send(request, response, content, { etag: '"one"', limit: count < 3 ? 20_000 : content.length }),
    );
    const { fetched, path } = await run(url, { addresses: one({ sha256 }) });
    await fetched;
    expect(await readFile(path)).toEqual(content);
    expect(ranges[0]).toBeUndefined();
    expect(ranges.slice(1)).toEqual(["bytes=20000-", "bytes=40000-"]);
  });

  test("a new run goes on with the part of an earlier one, by the date where there is no ETag", async () => {
    const modified = "Mon, 01 Jan 2029 00:00:00 GMT";
    const { url, ranges } = await serve((request, response, count) =>
      send(request, response, content, { modified, limit: count === 1 ? 30_000 : content.length }),
    );
    const first = await run(url, { retries: 0 });
    await expect(first.fetched).rejects.toMatchObject({ code: "LM_FETCH_FAILED" });
    expect(existsSync(`${first.path}.part`)).toBe(true);
    await (await run(url, { dir: first.dir })).fetched;
    expect(await readFile(first.path)).toEqual(content);
    expect(ranges).toEqual([undefined, "bytes=30000-"]);
  });

  test("a file that changed in between is fetched from its start", async () => {
    const { url, ranges } = await serve((request, response, count) =>
      count === 1 ? send(request, response, content, { etag: '"one"', limit: 20_000 }) : send(request, response, other, { etag: '"two"' }),
    );
    const { fetched, path } = await run(url);
    await fetched;
    expect(await readFile(path)).toEqual(other);
    expect(ranges).toEqual([undefined, "bytes=20000-"]);
  });

  test.each([
    ["gives no ranges", { ranges: false, etag: '"one"' }],
    ["says nothing of what the file was", {}],
  ])("a server that %s is asked for the whole again", async (_, options) => {
    const { url } = await serve((request, response, count) =>
      send(request, response, content, { ...options, limit: count === 1 ? 20_000 : content.length }),
    );
    const { fetched, path } = await run(url, { addresses: one({ sha256 }) });
    await fetched;
    expect(await readFile(path)).toEqual(content);
  });

  test("a range that was not asked for is never put into the file", async () => {
    const { url } = await serve((request, response, count) => {
      if (count !== 2) return send(request, response, content, { etag: '"one"', limit: count === 1 ? 20_000 : content.length });
      response.writeHead(206, {
        "content-range": `bytes 10-${content.length - 1}/${content.length}`,
        "content-length": content.length - 10,
      });
      response.end(content.subarray(10));
    });
    const { fetched, path } = await run(url);
    await fetched;
    expect(await readFile(path)).toEqual(content);
  });

  test("a wrong checksum keeps nothing", async () => {
    const { url } = await serve((request, response) => send(request, response, other));
    const { fetched, path } = await run(url, { addresses: one({ sha256 }) });
    await expect(fetched).rejects.toMatchObject({ code: "LM_FETCH_CHECKSUM", details: { announced: sha256 } });
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
  });

  test("an earlier file stays when a new download fails", async () => {
    const dir = await folderOf({ "x.bin": "earlier" });
    const { url } = await serve((_, response) => response.writeHead(404).end());
    const { fetched, path } = await run(url, { dir });
    await expect(fetched).rejects.toMatchObject({ code: "LM_FETCH_FAILED", details: { status: 404 } });
    expect(await readFile(path, "utf8")).toBe("earlier");
  });

  test("errors of the server are tried again a bounded number of times; refusals are not", async () => {
    const broken = await serve((_, response) => response.writeHead(503).end());
    await expect((await run(broken.url, { retries: 2 })).fetched).rejects.toMatchObject({
      code: "LM_FETCH_FAILED",
      message: expect.stringContaining("503"),
    });
    expect(broken.ranges).toHaveLength(3);
    const refusing = await serve((_, response) => response.writeHead(403).end());
    await expect((await run(refusing.url, { retries: 2 })).fetched).rejects.toMatchObject({ code: "LM_FETCH_FAILED" });
    expect(refusing.ranges).toHaveLength(1);
  });

  test("more bytes than the bound are refused, whether announced or not", async () => {
    const announced = await serve((request, response) => send(request, response, content));
    await expect((await run(announced.url, { maxBytes: 1000 })).fetched).rejects.toMatchObject({
      code: "LM_FETCH_FAILED",
      details: { maxBytes: 1000 },
    });
    const silent = await serve((_, response) => void response.writeHead(200).end(content));
    const { fetched, path } = await run(silent.url, { maxBytes: 1000 });
    await expect(fetched).rejects.toMatchObject({ details: { maxBytes: 1000 } });
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  test("redirects are followed, not for ever and not to other schemes", async () => {
    const { url } = await serve((request, response) => {
      if (request.url === "/x.bin") response.writeHead(302, { location: "/real" }).end();
      else send(request, response, content);
    });
    const { fetched, path } = await run(url);
    await fetched;
    expect(await readFile(path)).toEqual(content);
    const loop = await serve((_, response) => response.writeHead(302, { location: "/again" }).end());
    await expect((await run(loop.url)).fetched).rejects.toMatchObject({ message: expect.stringContaining("more than 5 redirects") });
    expect(loop.ranges).toHaveLength(6);
    const file = await serve((_, response) => response.writeHead(302, { location: "file:///etc/hostname" }).end());
    await expect((await run(file.url)).fetched).rejects.toMatchObject({ message: expect.stringContaining("Refused to go to file:") });
  });

  test("the server does not choose the name of the file", async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { "content-disposition": "attachment; filename=../evil" }).end(content),
    );
    const { fetched, path, dir } = await run(url);
    expect((await fetched).files).toEqual([{ path, bytes: content.length }]);
    expect(existsSync(join(dir, "../evil"))).toBe(false);
  });

  test("a server that falls silent is given up", async () => {
    const { url } = await serve((_, response) => void response.writeHead(200, { "content-length": 100 }).write("x"));
    await expect((await run(url, { retries: 1, stallTimeout: 50 })).fetched).rejects.toMatchObject({
      code: "LM_FETCH_FAILED",
      message: expect.stringContaining("nothing came for 50 ms"),
    });
  });

  test("a signal stops it and keeps the part", async () => {
    const stop = new AbortController();
    const dir = await folderOf({});
    part = join(dir, "x.bin.part");
    const { url } = await serve((request, response) => {
      response.on("close", () => stop.abort());
      send(request, response, content, { etag: '"one"', limit: 20_000 });
    });
    const fetched = fetchSource(
      "it",
      { dir, baseUrl: url, addresses: one(), retryDelay: 60_000 },
      { ...quietEffects, signal: stop.signal },
    );
    await expect(fetched).rejects.toMatchObject({ name: "AbortError" });
    expect(statSync(part).size).toBe(20_000);
  });
});

describe("addresses", () => {
  test("every source has an address or a reason why it has none", async () => {
    const addresses = await readAddresses();
    for (const name of sources.keys()) expect(addresses.has(name), name).toBe(true);
    for (const [name, { files, reason }] of addresses) expect(files.length > 0 || (reason ?? "") !== "", name).toBe(true);
  });

  test("an unknown source and one without an address have their codes", async () => {
    const dir = await folderOf({});
    await expect(fetchSource("nothing", { dir }, quietEffects)).rejects.toMatchObject({ code: "LM_SOURCE_UNKNOWN" });
    await expect(fetchSource("trade", { dir }, quietEffects)).rejects.toMatchObject({
      code: "LM_FETCH_NO_ADDRESS",
      message: expect.stringContaining("key"),
    });
  });

  test("a name with a path in it is refused", async () => {
    const folder = await folderOf({
      "fetch.yaml":
        'x:\n  title: X\n  publisher: X\n  licence: X\n  checked: "no"\n  files: [{ url: "https://example.org/x", file: "../x" }]\n',
    });
    await expect(readAddresses(join(folder, "fetch.yaml"))).rejects.toThrow();
  });
});
