import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { datedChangelog, isGreater, versionedCitation, versionedLock, versionedPackage } from "./release-edits.mjs";
import { node, root } from "./run.mjs";

/**
 * `npm run release -- VERSION [--dry-run] [--skip-tests]`: dates the changelog, sets the version, tests, packs, checks the package, commits
 * and tags. Nothing is pushed or published. `--dry-run` checks what can be checked and says what would be done.
 */
const given = process.argv.slice(2);
const [version] = given.filter((word) => !word.startsWith("-"));
const dry = given.includes("--dry-run");
const day = new Date().toISOString().slice(0, 10);
const folder = ".cache/release";

const edits = {
  "CHANGELOG.md": (text) => datedChangelog(text, version, day),
  "package.json": (text) => versionedPackage(text, version),
  "package-lock.json": (text) => versionedLock(text, version),
  "CITATION.cff": (text) => versionedCitation(text, version),
};
const files = Object.keys(edits);
const read = (file) => readFileSync(root + file, "utf8");

function git(...args) {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout.trim();
}

/** Throws an error that says why this version cannot be released. */
function check() {
  const unknown = given.filter((word) => word.startsWith("-") && !["--dry-run", "--skip-tests"].includes(word));
  if (unknown.length > 0) throw new Error(`${unknown[0]} is not an option; the options are --dry-run and --skip-tests`);
  if (!/^\d+\.\d+\.\d+$/.test(version ?? "")) throw new Error("name the version, such as 0.2.0");
  const now = JSON.parse(read("package.json")).version;
  if (!isGreater(version, now)) throw new Error(`${version} is not greater than ${now}`);
  const changes = git("status", "--porcelain");
  if (changes !== "") throw new Error(`the working tree has changes; commit or remove them first:\n${changes}`);
  if (git("tag", "--list", `v${version}`) !== "") throw new Error(`the tag v${version} exists already`);
}

const steps = [
  ...(given.includes("--skip-tests") ? [] : [["npm test", ["scripts/test.mjs"]]]),
  ["the build", ["scripts/build.mjs"]],
  ["the check of the package", ["scripts/check-package.mjs", folder]],
];

async function release(edited) {
  for (const [file, text] of edited) writeFileSync(root + file, text);
  try {
    mkdirSync(root + folder, { recursive: true });
    for (const [name, args] of steps) if ((await node(args)) !== 0) throw new Error(`${name} failed; the files are as they were`);
    git("add", ...files);
    git("commit", "--quiet", "--message", `Version ${version}`);
  } catch (thrown) {
    git("checkout", "HEAD", "--", ...files);
    throw thrown;
  }
  git("tag", "--annotate", `v${version}`, "--message", `Levermap ${version}`);
  process.stdout.write(`Version ${version} is committed and tagged. To publish it:
  git push --follow-tags
  npm publish ${folder}/levermap-${version}.tgz\n`);
}

try {
  check();
  const edited = files.map((file) => [file, edits[file](read(file))]);
  const plan = [`Edit ${files.join(", ")}`, ...steps.map(([name]) => `Run ${name}`), `Commit "Version ${version}"`, `Tag v${version}`];
  if (dry) process.stdout.write(`${plan.join("\n")}\nNothing was changed.\n`);
  else await release(edited);
} catch (thrown) {
  process.stderr.write(`No release: ${thrown instanceof Error ? thrown.message : thrown}.\n`);
  process.exitCode = 1;
}
