import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { some } from "../tiers.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const manifest = {
  name: "levermap",
  version: "0.1.0",
  type: "module",
  bin: { levermap: "cli.js" },
  exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./package.json": "./package.json" },
  files: ["*.js", "*.d.ts"],
};
const contents = {
  "package.json": JSON.stringify(manifest, null, 2),
  "package-lock.json": JSON.stringify({ name: "levermap", version: "0.1.0", lockfileVersion: 3, packages: { "": manifest } }, null, 2),
  "CITATION.cff": "cff-version: 1.2.0\nversion: 0.1.0\n",
  "CHANGELOG.md": "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A map.\n\n## [0.1.0] - 2026-01-01\n\n- The start.\n",
  ".gitignore": "node_modules\n.cache\n*.tgz\n",
  "cli.js":
    '#!/usr/bin/env node\nimport { readFileSync } from "node:fs";\nconst file = new URL("package.json", import.meta.url);\nconsole.log(JSON.parse(readFileSync(file, "utf8")).version);\n',
  "index.js":
    'export const create = async () => {};\nexport const open = async () => ({ chokepoints: async () => ({ finding: "One." }), close() {} });\n',
  "index.d.ts": `export interface ChokepointReport { readonly finding: string }
export declare function create(dir: string): Promise<void>;
export declare function open(dir: string): Promise<{ chokepoints(question: object): Promise<ChokepointReport>; close(): void }>;
`,
};

let dir = "";
const git = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: dir, encoding: "utf8" });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return stdout.trim();
};
const commitAll = (): void => void [git("add", "."), git("commit", "--quiet", "--message", "A change")];
const read = (file: string): string => readFileSync(join(dir, file), "utf8");
const write = (file: string, text: string): void => writeFileSync(join(dir, file), text);
const release = (...words: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ["scripts/release.mjs", ...words], { cwd: dir, encoding: "utf8" });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "levermap-release-"));
  for (const [file, text] of Object.entries(contents)) write(file, text);
  mkdirSync(join(dir, "scripts"));
  for (const name of ["release", "release-edits", "check-package", "run"])
    cpSync(join(root, `scripts/${name}.mjs`), join(dir, `scripts/${name}.mjs`));
  for (const name of ["build", "test"]) write(`scripts/${name}.mjs`, "");
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
  write(".gitignore", contents[".gitignore"]);
  git("init", "--quiet");
  git("config", "user.name", "Tester");
  git("config", "user.email", "tester@example.org");
  commitAll();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("a release", () => {
  it("dates the changelog, sets the version, checks the package, commits and tags", () => {
    expect(release("0.2.0")).toMatchObject({ status: 0, stderr: "" });
    const day = new Date().toISOString().slice(0, 10);
    expect(read("CHANGELOG.md")).toContain(`## [Unreleased]\n\n## [0.2.0] - ${day}\n\n### Added\n\n- A map.\n\n## [0.1.0]`);
    expect(read("package.json")).toBe(contents["package.json"].replace("0.1.0", "0.2.0"));
    expect(JSON.parse(read("package-lock.json"))).toMatchObject({ version: "0.2.0", packages: { "": { version: "0.2.0" } } });
    expect(read("CITATION.cff")).toBe("cff-version: 1.2.0\nversion: 0.2.0\n");
    expect(git("log", "--format=%s", "-1")).toBe("Version 0.2.0");
    expect(git("tag", "--points-at", "HEAD")).toBe("v0.2.0");
    expect(git("status", "--porcelain")).toBe("");
    expect(read(".cache/release/levermap-0.2.0.tgz").length).toBeGreaterThan(0);
  });

  it("changes nothing with --dry-run, and says what it would do", () => {
    const { status, stdout } = release("1.0.0", "--dry-run", "--skip-tests");
    expect(status).toBe(0);
    expect(stdout).toContain('Commit "Version 1.0.0"');
    expect(stdout).not.toContain("npm test");
    expect(read("package.json")).toBe(contents["package.json"]);
    expect(git("log", "--format=%s")).toBe("A change");
    expect(git("tag")).toBe("");
  });

  it("refuses a version that is none, or no later one", () => {
    for (const version of ["0.1.0", "0.0.9", "next", ""])
      expect(release(version, "--dry-run"), version).toMatchObject({ status: 1, stderr: expect.stringMatching(/^No release: /) });
  });

  it("refuses a tree with changes, an option it does not know and a tag that exists", () => {
    expect(release("0.2.0", "--force")).toMatchObject({ status: 1, stderr: expect.stringContaining("--force is not an option") });
    git("tag", "v0.2.0");
    expect(release("0.2.0")).toMatchObject({ status: 1, stderr: expect.stringContaining("exists already") });
    write("left.txt", "");
    expect(release("0.2.0")).toMatchObject({ status: 1, stderr: expect.stringContaining("left.txt") });
  });

  it("refuses a changelog without entries or without the section", () => {
    for (const [changelog, reason] of [
      ["# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-01\n\n- The start.\n", "no entries"],
      ["# Changelog\n\n## [0.1.0] - 2026-01-01\n", "no section [Unreleased]"],
    ] as const) {
      write("CHANGELOG.md", changelog);
      commitAll();
      expect(release("0.2.0")).toMatchObject({ status: 1, stderr: expect.stringContaining(reason) });
    }
  });

  const failures = [
    ["tests fail", "scripts/test.mjs", "process.exit(1);\n", "npm test failed"],
    ["the package is too large", "large.js", `//${"x".repeat(7_500_000)}\n`, "the check of the package failed"],
    ["the installed command line does not run", "cli.js", "#!/usr/bin/env node\nprocess.exit(1);\n", "the check of the package failed"],
  ] as const;
  // How large a package may be is tried by `package.test.ts` too
  it.each(some(failures, [failures[0], failures[2]]))("leaves the files as they were where %s", (_, file, text, reason) => {
    write(file, text);
    commitAll();
    expect(release("0.2.0")).toMatchObject({ status: 1, stderr: expect.stringContaining(reason) });
    expect(git("status", "--porcelain")).toBe("");
    expect(read("package.json")).toBe(contents["package.json"]);
    expect(git("tag")).toBe("");
  });
});
