import { statSync } from "node:fs";
import { node, root, run } from "./run.mjs";
import { isCurrent } from "./stamp.mjs";

/** What is kept of the parts of a build: `code` is all that runs, `types` are for programs that import the package. */
export const buildStamps = { code: "dist/.stamp", types: "dist/.types" };
export const buildInputs = [
  ...["src", "web", "package-lock.json", "tsconfig.json", "tsconfig.build.json"],
  ...["docs/method", "docs/glossary.md", "docs/data.md", "docs/errors.md"],
  ...["package.json", "data/fetch.yaml", "data/scenarios", "data/plans"],
  ...[
    "scripts/build.mjs",
    "scripts/cli-words.mjs",
    "scripts/client-types.mjs",
    "scripts/join.config.mjs",
    "scripts/method-pages.mjs",
    "scripts/pack-assets.mjs",
    "scripts/types.mjs",
  ],
];

/** Whether Node.js is new enough; says so where it is not. */
function hasNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return true;
  process.stderr.write(`Levermap needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`);
  return false;
}

/** Whether npm has installed packages since package-lock.json changed; npm writes the second file when it is done. */
function isInstalled() {
  const changed = (file) => statSync(root + file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed("node_modules/.package-lock.json") >= changed("package-lock.json");
}

function install() {
  process.stderr.write("Installing the packages of package-lock.json ...\n");
  const windows = process.platform === "win32";
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  return run(windows ? "npm.cmd" : "npm", args, { stdio: ["inherit", 2, 2], shell: windows });
}

function build(parts) {
  process.stderr.write("Building ...\n");
  return node(["scripts/build.mjs", ...parts], { stdio: ["inherit", 2, 2] });
}

/** Installs the packages where they are missing or older than package-lock.json. Gives the exit code of the step that failed, or 0. */
export async function preparePackages() {
  if (!hasNode()) return 2;
  return isInstalled() ? 0 : install();
}

/**
 * Installs and builds what is missing or older than its sources; where nothing is, this takes milliseconds. Gives the exit code of
 * the step that failed, or 0.
 */
export async function prepare(parts = ["code", "types"]) {
  const installed = await preparePackages();
  const missing = parts.filter((part) => !isCurrent(buildStamps[part], buildInputs));
  return installed !== 0 || missing.length === 0 ? installed : build(missing);
}
