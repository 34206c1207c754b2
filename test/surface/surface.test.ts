import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import * as library from "../../src/index.ts";
import { createServer } from "../../src/server/create-server.ts";
import { formerView } from "../../src/server/site/better-address.ts";
import { mapPage } from "../../src/site/pages/map.ts";

type Names = Readonly<Record<string, readonly string[]>>;

/** What could be asked before the rooms were regrouped. */
const before = JSON.parse(readFileSync(new URL("before.json", import.meta.url), "utf8")) as {
  readonly commands: Names;
  readonly routes: Names;
  readonly library: readonly string[];
  readonly pages: readonly string[];
};

/** Every command with its options, and how many arguments it takes. */
function commandsNow(): Names {
  const found: Record<string, readonly string[]> = {};
  const walk = (command: Command, path: string): void => {
    for (const child of command.commands) {
      const name = `${path}${child.name()}`;
      found[name] = [...child.registeredArguments.map(() => "<>"), ...child.options.map(({ long }) => long ?? "")];
      walk(child, `${name} `);
    }
  };
  walk(createProgram(new AbortController().signal), "");
  return found;
}

/** Every route with the names in its address. */
async function routesNow(): Promise<Names> {
  const server = await createServer({ ask: {} as never, webDir: "/nowhere" });
  const { paths } = server.swagger() as { readonly paths: Record<string, Record<string, { parameters?: { name: string }[] }>> };
  await server.close();
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [] }]) => [
        `${method.toUpperCase()} ${path}`,
        parameters.map((parameter) => parameter.name),
      ]),
    ),
  );
}

describe("nothing that a user can ask is lost", () => {
  it("every command, option and argument", () => {
    const now = commandsNow();
    for (const [name, words] of Object.entries(before.commands)) {
      expect(Object.keys(now), name).toContain(name);
      const options = words.filter((word) => word.startsWith("--"));
      expect(now[name], name).toEqual(expect.arrayContaining(options));
      expect(
        now[name]!.filter((word) => word === "<>"),
        name,
      ).toHaveLength(words.length - options.length);
    }
  });

  it("every route and parameter", async () => {
    const now = await routesNow();
    for (const [route, parameters] of Object.entries(before.routes))
      expect(now[route], route).toEqual(expect.arrayContaining([...parameters]));
  });

  it("every export of the library", () => {
    expect(Object.keys(library)).toEqual(expect.arrayContaining([...before.library]));
  });

  it.each(before.pages)("the page at %s", (address) => {
    const asked = Object.fromEntries(new URLSearchParams(address));
    expect(formerView("map", asked) ?? Object.keys(asked)).toSatisfy(
      (found) => typeof found === "string" || (found as readonly string[]).every((name) => mapPage.words!.includes(name)),
    );
  });
});
