import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../cli/run.ts";

/** Files of the product that could open a connection to somewhere, with what they do it by. */
function connecting(folder: string): readonly string[] {
  const modules = /import (?!type\b)[^;]*from "(?:node:)?(?:https?|http2|tls|dgram|undici|net)"/;
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => {
      const text = readFileSync(join(root, folder, file), "utf8");
      return modules.test(text) || /(?<![\w.])fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b|sendBeacon/.test(text);
    })
    .map((file) => join(folder, file))
    .sort();
}

describe("the network", () => {
  it("is used by downloads alone; the server asks itself whether it answers, and looks at addresses", () => {
    expect(connecting("src")).toEqual(["src/cli/commands/serve.ts", "src/server/access.ts", "src/sources/fetch/part-file.ts"]);
    const [serve, access] = ["src/cli/commands/serve.ts", "src/server/access.ts"].map((file) => readFileSync(join(root, file), "utf8"));
    expect(serve!.match(/fetch\([^,]*/g)).toEqual([expect.stringMatching(/^fetch.`..address.\/api\/status`$/)]);
    expect(`${serve}${access}`.match(/import .* from "node:net"/g)).toEqual([
      'import { isIP } from "node:net"',
      'import { BlockList, isIP } from "node:net"',
    ]);
  });

  it("is used by the page for its own server alone", () => {
    expect(connecting("web/src")).toEqual([
      "web/src/site/keep-searches.ts",
      "web/src/site/load-lists.ts",
      "web/src/site/palette.ts",
      "web/src/site/screen-table.ts",
      "web/src/site/site.ts",
    ]);
    expect(readFileSync(join(root, "web/src/site/load-lists.ts"), "utf8").match(/fetch\(`[^/]+/g)).toEqual([
      "fetch(`${jobs}",
      "fetch(`${parts.jobs}",
    ]);
    // The pages search, keep searches, load lists, screen a table and hand in a token, at the addresses that their server has given them
    expect(readFileSync(join(root, "web/src/site/keep-searches.ts"), "utf8").match(/fetch\([^,]+/g)).toEqual(["fetch(keep"]);
    expect(readFileSync(join(root, "web/src/site/palette.ts"), "utf8").match(/fetch\([^?]+/g)).toEqual([
      expect.stringMatching(/^fetch\(`\$\{root\}api\/find$/),
    ]);
    expect(readFileSync(join(root, "web/src/site/screen-table.ts"), "utf8").match(/fetch\([^,]+/g)).toEqual(["fetch(action"]);
    expect(readFileSync(join(root, "web/src/site/site.ts"), "utf8").match(/fetch\([^,]+/g)).toEqual([
      'fetch(session.dataset.session ?? "session"',
    ]);
  });
});
