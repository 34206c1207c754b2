import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder, furnish } from "./fixture.ts";
import { run, start } from "./run.ts";

const cwd = folder();
beforeAll(() => furnish(cwd));

describe("levermap report", () => {
  it("is what a server hands out too", async () => {
    expect((await run(["report", "--home", "XA", "--out", "same.html"], { cwd })).code).toBe(0);
    const server = start(["serve", "--port", "0", "--no-open"], { cwd });
    try {
      const [address] = (await server.printed(/http:\/\/127\.0\.0\.1:\d+/)).match(/http:\/\/127\.0\.0\.1:\d+/)!;
      const get = () => fetch(`${address}/economy/XA/report?format=html`);
      let response = await get();
      // As long as it is worked out the page asks again by itself
      while (response.headers.has("refresh")) {
        await response.text();
        await new Promise((resolve) => setTimeout(resolve, 500));
        response = await get();
      }
      expect(response.status).toBe(200);
      expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="levermap-XA-\d{4}-\d\d-\d\d\.html"$/);
      expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(cwd, "same.html")))).toBe(true);
      expect((await fetch(`${address}/economy/XA/report?format=doc`)).status).toBe(400);
      expect((await fetch(`${address}/economy/XQ/report`)).status).toBe(404);
    } finally {
      server.child.kill();
      await server.ended;
    }
  });
});
