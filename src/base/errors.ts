/** 2: bad usage or input; 3: a bug or a damaged workspace; 130: stopped by the user. */
export type ExitCode = 2 | 3 | 130;

/** Bad usage or input. */
const input = (next: string) => ({ exit: 2, next }) as const;

/** Every user-facing error: exit status and what to do next. Documented in `docs/errors.md`. */
export const errorCodes = {
  LM_USAGE: input("Run the command with --help to see what it takes."),
  LM_FILE_NOT_FOUND: input("Check the path; relative paths start at the current folder."),
  LM_FILE_UNREADABLE: input("Check that the file is whole and that you may read it."),
  LM_LOAD_BAD_ROW: input("List the rejected rows with `levermap status --rejects`. Correct the file or raise --max-rejects."),
  LM_LOAD_TOO_MANY_REJECTS: input("Nothing of this file was kept. Check the file and the source name, or raise --max-rejects."),
  LM_LOAD_BROKEN_OFF: input(
    "Nothing of this file was kept: a truncated list would clear parties that the missing part names. Download the file again.",
  ),
  LM_LOAD_SHRUNK: input("Look at the file. If it is right, load it with `levermap load`; otherwise get it again."),
  LM_LOAD_INCOMPLETE: input("Correct the files listed above and load them again. Files already loaded are skipped."),
  LM_LOAD_UNRECOGNISED: input("Check the file against the layouts of this source in docs/data.md."),
  LM_SOURCE_UNKNOWN: input("Run `levermap load --help` for the list of sources."),
  LM_LOAD_UNKNOWN: input("Run `levermap status` for the loads of this workspace."),
  LM_ATLAS_INVALID: input("Correct the rows listed above. docs/data.md describes each file."),
  LM_WORKSPACE_MISSING: input("Create one with `levermap init`, or name it with --workspace."),
  LM_WORKSPACE_EXISTS: input("Use another folder, or pass --force to replace its contents."),
  LM_WORKSPACE_BUSY: input("Another process is using this workspace. Wait for it to finish, or stop it."),
  LM_WORKSPACE_NEWER: input("This workspace was written by a newer version of Levermap. Install that version."),
  LM_WORKSPACE_UNSOUND: { exit: 3, next: "Restore a backup with `levermap restore FILE`, or load what is named again." },
  LM_WORKSPACE_UPGRADE: input(
    "Remove the load that is named with the version that made it, or go on with that version; the copy in backups/ is whole.",
  ),
  LM_WORKSPACE_DAMAGED: { exit: 3, next: "Restore a backup from the workspace folder or create a new one with `levermap init`." },
  LM_TECHNOLOGY_UNKNOWN: input("Run `levermap technologies` for the list."),
  LM_PATENT_UNKNOWN: input("Check the number, find it with `levermap patents --search WORDS`, or load the patent's records."),
  LM_SEARCH_INVALID: input(
    "Correct the search at the place that the message gives. docs/method/patent-search.md describes its words, fields and operators.",
  ),
  LM_NO_LISTS: input(
    "Load one: `levermap load csl FILE`, `levermap load entity-list FILE` or `levermap load party-list FILE`. `levermap load party-list invented` loads one of parties that do not exist, to try it.",
  ),
  LM_PARTY_UNKNOWN: input("Run `levermap screen NAME --json` to find list entries that match a name."),
  LM_CONTROL_UNKNOWN: input("Run `levermap controls list` for lists, and `levermap controls timeline` for rules."),
  LM_USER_NEEDED: input(
    "Name yourself with --user or LEVERMAP_USER: one word of letters, figures and . _ @ + -, as in the policy where it names users.",
  ),
  LM_POLICY_INVALID: input("Fix the fields listed above. docs/method/cases.md describes the policy of cases."),
  LM_SETTINGS_INVALID: input("Fix the fields listed above. docs/operate.md describes the settings of a workspace."),
  LM_CUSTOMER_UNKNOWN: input(
    "Run `levermap cases customers FILE` to load customers. Ids are compared to the letter; a name is found however it is spelled.",
  ),
  LM_CASE_UNKNOWN: input("Run `levermap cases` for the cases and their entries."),
  LM_CASE_NOT_NOW: input(
    "Look at the case with `levermap cases show CUSTOMER`, and run `levermap cases run` if lists or customers changed.",
  ),
  LM_RUN_UNKNOWN: input("Run `levermap cases runs` for the runs, or `levermap cases run` for the first one."),
  LM_RUN_GONE: input("A load that the run saw was removed. Load the same files again; the id of a load depends on its contents alone."),
  LM_AUDIT_INVALID: input("The file is not whole, or was changed. Write it again with `levermap cases audit`."),
  LM_NAME_TOO_LONG: input("Give only the name, in at most 1,000 characters."),
  LM_NOT_MEASURED: input("Run `levermap measure`."),
  LM_HOLDER_UNKNOWN: input("Run `levermap holders` for the list."),
  LM_ECONOMY_UNKNOWN: input(
    "Use the code or name of an economy, such as CN or China. Groups such as EU and organisations work only where the option says so.",
  ),
  LM_ORGANISATION_UNKNOWN: input("Run `levermap technologies ID` for the organisations of a technology."),
  LM_EVENTS_INVALID: input("Fix the fields listed above. docs/data.md describes the event file."),
  LM_SCENARIO_INVALID: input(
    "Fix the fields listed above. docs/data.md describes scenarios; `levermap simulate --schema` prints the JSON schema.",
  ),
  LM_SCENARIO_UNKNOWN: input("Run `levermap simulate` to list the bundled scenarios, or give a file."),
  LM_PLAN_INVALID: input("Fix the fields listed above. docs/data.md describes plans; `levermap plan --schema` prints the JSON schema."),
  LM_PLAN_UNKNOWN: input("Run `levermap plan` to list the bundled plans, or give a file."),
  LM_PLAN_INFEASIBLE: input("Remove or relax one of the bounds listed above."),
  LM_PROGRAMME_UNKNOWN: input("Run `levermap plan FILE --dry-run` to list the available programmes."),
  LM_FETCH_NO_ADDRESS: input("This source has no download address. Get the file from its publisher and load it by path."),
  LM_FETCH_FAILED: input("Run the command again. The download resumes where it stopped."),
  LM_CORPUS_INVALID: input("Get the folder of the corpus anew from whoever made it, whole and unchanged."),
  LM_CORPUS_TOO_LARGE: input(
    "Load fewer patents, such as those of some classes (`levermap load --classes`), or measure the citations of a layout by slices.",
  ),
  LM_CORPUS_EMPTY: input("Load patents first, as `levermap fetch chips` or `levermap load --help` say."),
  LM_LAYOUT_INVALID: input(
    "Make the folder anew with `levermap export --layout` or `levermap parse`, whole and unchanged; a slice with `levermap measure --layout DIR --slice I/N`.",
  ),
  LM_SLICES_MISSING: input("Measure the slices listed above with `levermap measure --layout DIR --slice I/N`, then merge again."),
  LM_PARSE_MISSING: input("Parse what is listed above with `levermap parse`, then publish again. What is parsed is left alone."),
  LM_CLUSTER_FAILED: input("Look at the end of the log above, and run the same command again: what is done is kept."),
  LM_DISK_SPACE: input("Free some space, or choose another folder. What was begun was undone."),
  LM_FETCH_CHECKSUM: input("The file does not match the publisher's checksum and was not kept. Try again later."),
  LM_EXPORT_EXISTS: input("Choose another path or pass --force."),
  LM_SERVER_TOKEN_NEEDED: input(
    "Set LEVERMAP_TOKEN, or name users with --users, to bind to an address other than 127.0.0.1 or to have searches kept over HTTP.",
  ),
  LM_SERVER_PORT_BUSY: input("Choose another port with --port."),
  LM_SERVER_TOKEN_WRONG: input("Send your token: Authorization: Bearer TOKEN. Whoever runs the server gives it to you."),
  LM_SERVER_ROLE: input("Ask whoever runs the server for this role."),
  LM_USERS_INVALID: input("Correct the file of users; `levermap token` prints a line of it."),
  LM_SERVER_HOST_REFUSED: input("Use the address the server printed when it started."),
  LM_SERVER_METHOD: input("Use GET, or POST where an endpoint takes a body. /api/openapi.json lists the endpoints."),
  LM_SERVER_TOO_LARGE: input("Send the question as query parameters without a body. Split names to match over several requests."),
  LM_SERVER_TOO_MANY: input("Wait for the time in the Retry-After header, then try again."),
  LM_SERVER_BUDGET: input("Ask for less, such as fewer draws or parties, or ask on the command line, which sets no bound."),
  LM_SERVER_NOT_FOUND: input("See /api/openapi.json for the endpoints."),
  LM_SERVER_QUESTION: input("See /api/openapi.json for endpoints and parameters."),
  LM_NO_PERMISSION: input("Give yourself the right to read and write there, or name another folder. What was begun was undone."),
  LM_DISK_FAULT: {
    exit: 3,
    next: "The disk did not read or write. Check it, and restore a backup onto another one. What was begun was undone.",
  },
  LM_INTERRUPTED: { exit: 130, next: "Unfinished work was undone. Run the command again." },
  LM_INTERNAL: { exit: 3, next: "This is a bug in Levermap. Please report it with the command you ran." },
} as const satisfies Record<string, { exit: ExitCode; next: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** A coded error. `details` must be plain data. */
export class LevermapError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "LevermapError";
    this.code = code;
    this.details = details;
  }

  get exitCode(): ExitCode {
    return errorCodes[this.code].exit;
  }

  /** What the user should do next. */
  get next(): string {
    return errorCodes[this.code].next;
  }

  toJSON(): { error: { code: ErrorCode; message: string; next: string; details: Readonly<Record<string, unknown>> } } {
    return { error: { code: this.code, message: this.message, next: this.next, details: this.details } };
  }
}

/** What the system says of a place, in the words of Node.js and of the database alike. */
const ofPlaces: readonly (readonly [said: RegExp, code: ErrorCode, what: string])[] = [
  [/no space left on device|disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/i, "LM_DISK_SPACE", "The disk is full"],
  [
    /permission denied|operation not permitted|read-only file system|\bE(?:ACCES|PERM|ROFS)\b/i,
    "LM_NO_PERMISSION",
    "There is no right to it",
  ],
  [/input\/output error|\bEIO\b/i, "LM_DISK_FAULT", "The disk failed"],
  [/\bENO(?:ENT|TDIR)\b.*\bmkdtemp\b/, "LM_FILE_NOT_FOUND", "The folder for temporary files, TMPDIR, is not there"],
];

/** LM_DISK_SPACE, LM_NO_PERMISSION, LM_DISK_FAULT, or LM_FILE_NOT_FOUND of TMPDIR, where an error of the system or of the database says so; `null`: it does not. */
export function faultOfPlace(thrown: unknown): LevermapError | null {
  if (!(thrown instanceof Error) || thrown instanceof LevermapError) return null;
  const lines = thrown.message.split("\n");
  for (const [said, code, what] of ofPlaces) {
    const line = lines.find((each) => said.test(each));
    if (line !== undefined) return new LevermapError(code, `${what}: ${line.trim()}`);
  }
  return null;
}

/** Wraps anything thrown as a coded error: faults of a disk by their own codes, unknown errors as LM_INTERNAL. */
export function asLevermapError(thrown: unknown): LevermapError {
  if (thrown instanceof LevermapError) return thrown;
  const ofPlace = faultOfPlace(thrown);
  if (ofPlace !== null) return ofPlace;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new LevermapError("LM_INTERNAL", message, thrown instanceof Error && thrown.stack ? { stack: thrown.stack } : {});
}

/** What `work` gives, or `otherwise` where it throws one of these codes; other errors pass. */
export async function unless<T, E>(
  codes: readonly ErrorCode[],
  work: () => T | Promise<T>,
  otherwise: (error: LevermapError) => E,
): Promise<T | E> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof LevermapError && codes.includes(thrown.code)) return otherwise(thrown);
    throw thrown;
  }
}
