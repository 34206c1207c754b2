import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createServer } from "../../src/server/create-server.ts";
import { root } from "../cli/run.ts";

describe("levermap/client", () => {
  it("has the paths that the server describes", async () => {
    const server = await createServer({ ask: {} as never, webDir: "/nowhere" });
    const { paths } = server.swagger() as unknown as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>>;
    };
    await server.close();
    const types = readFileSync(join(root, "dist/client/connect.d.ts"), "utf8");
    for (const [path, methods] of Object.entries(paths)) {
      expect(types).toContain(`"${path}": {`);
      for (const { operationId } of Object.values(methods))
        expect(types).toMatch(new RegExp(`\\b(?:get|post): operations\\["${operationId}"\\];`));
    }
  });

  it("needs packages alone, in its types too", () => {
    for (const file of ["connect.js", "connect.d.ts"]) {
      const text = readFileSync(join(root, "dist/client", file), "utf8");
      const imported = [...text.matchAll(/\bfrom ?['"]([^'"]+)['"]/g)].map(([, name]) => name);
      expect(new Set(imported), file).toEqual(new Set(["openapi-fetch"]));
    }
  });
});
