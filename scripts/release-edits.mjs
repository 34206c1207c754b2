/** The edits of a release, as text in and text out. Each throws an error that says what is missing. */

const parts = (version) => version.split(".").map(Number);

/** Whether a version such as `0.2.0` is greater than another. */
export function isGreater(version, than) {
  const [left, right] = [parts(version), parts(than)];
  const at = left.findIndex((part, place) => part !== right[place]);
  return at >= 0 && left[at] > right[at];
}

const unreleased = "## [Unreleased]\n";

/** The changelog with what is unreleased under the version and its day, and an empty section above. */
export function datedChangelog(text, version, day) {
  const start = text.indexOf(unreleased);
  if (start < 0) throw new Error("CHANGELOG.md has no section [Unreleased]");
  const [entries] = text.slice(start + unreleased.length).split(/^## /m);
  if (!/^- \S/m.test(entries)) throw new Error("the section [Unreleased] of CHANGELOG.md has no entries");
  return text.replace(unreleased, () => `${unreleased}\n## [${version}] - ${day}\n`);
}

/** package.json with another version; the rest stays as it is written. */
export const versionedPackage = (text, version) => replaced(text, /^ {2}"version": "[^"]*"/m, `  "version": "${version}"`, "package.json");

export const versionedCitation = (text, version) => replaced(text, /^version: .*$/m, `version: ${version}`, "CITATION.cff");

/** package-lock.json, which gives the version of the package twice. */
export function versionedLock(text, version) {
  const lock = JSON.parse(text);
  lock.version = version;
  lock.packages[""].version = version;
  return `${JSON.stringify(lock, null, 2)}\n`;
}

function replaced(text, pattern, by, file) {
  if (!pattern.test(text)) throw new Error(`${file} has no version`);
  return text.replace(pattern, by);
}
