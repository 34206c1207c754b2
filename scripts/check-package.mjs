import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { root, tool } from "./run.mjs";

/**
 * Packs what is built and checks it: its size, its files, and that it works where it is installed.
 * Usage: node scripts/check-package.mjs [FOLDER FOR THE TARBALL] [--contents]   (--contents: size and files only, without installing)
 */
const given = process.argv.slice(2);
const [folder] = given.filter((word) => !word.startsWith("-"));

/** Bytes that the package may take once it is unpacked. */
const mostBytes = 6_200_000;
const unwanted = /\.map$|^docs\/(?:images|decisions)\/|^(?:src|test|scripts|bench|web|examples)\//;

/** A user's program: it must type-check and run. */
const consumer = `import { type ChokepointReport, create, open } from "levermap";
await create("levermap-data");
const map = await open("levermap-data");
const report: ChokepointReport = await map.chokepoints({ home: "JP", top: 1 });
map.close();
if (report.finding === "") throw new Error("There is no finding.");
`;
const compilerOptions = { strict: true, target: "ES2022", module: "NodeNext", types: ["node"], typeRoots: [tool("@types")] };

/** What a program writes. Throws where it fails. */
function output(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? ""}\n${stdout ?? ""}${stderr ?? ""}`);
  return stdout;
}

function checkContents(bytes, paths) {
  if (bytes > mostBytes) throw new Error(`the package takes ${bytes} bytes unpacked; at most ${mostBytes} are allowed`);
  const strangers = paths.filter((path) => unwanted.test(path));
  if (strangers.length > 0) throw new Error(`the package holds files that do not belong in it: ${strangers.join(", ")}`);
}

/** Installs a tarball in an empty folder and uses it there. */
function checkUse(tarball, empty) {
  writeFileSync(join(empty, "package.json"), '{ "type": "module" }');
  writeFileSync(join(empty, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  writeFileSync(join(empty, "use.ts"), consumer);
  output("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error", tarball], empty);
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const printed = output(join(empty, "node_modules/.bin/levermap"), ["--version"], empty).trim();
  if (printed !== version) throw new Error(`levermap --version prints ${printed}, not ${version}`);
  output(process.execPath, [tool("typescript-native/bin/tsc"), "-p", empty], empty);
  output(process.execPath, ["use.js"], empty);
}

const work = mkdtempSync(join(tmpdir(), "levermap-package-"));
try {
  const packed = resolve(root, folder ?? work);
  const options = ["--ignore-scripts", "--json", "--pack-destination", packed];
  const [{ filename, unpackedSize, files }] = JSON.parse(output("npm", ["pack", ...options], root));
  checkContents(
    unpackedSize,
    files.map(({ path }) => path),
  );
  process.stdout.write(`${filename}: ${unpackedSize} bytes unpacked, ${files.length} files\n`);
  if (!given.includes("--contents")) {
    checkUse(join(packed, filename), work);
    process.stdout.write("Installed elsewhere it gives its version, type-checks and answers.\n");
  }
} catch (thrown) {
  process.stderr.write(`The package is not fit to publish: ${thrown instanceof Error ? thrown.message : thrown}\n`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
