/** 2: bad usage or input; 3: a fault of Levermap's own; 130: stopped by the user. */
export type ExitCode = 2 | 3 | 130;

/** Every error a user can meet: code, exit status and what to do next. Documented in `docs/errors.md`. */
export const errorCodes = {
  LM_USAGE: { exit: 2, next: "Run the command with --help to see what it takes." },
  LM_FILE_NOT_FOUND: { exit: 2, next: "Check the path; relative paths start at the current folder." },
  LM_FILE_UNREADABLE: { exit: 2, next: "Check that the file is whole and that you may read it." },
  LM_LOAD_BAD_ROW: { exit: 2, next: "See the rejected rows with `levermap status --rejects`; mend the file or raise --max-rejects." },
  LM_LOAD_TOO_MANY_REJECTS: { exit: 2, next: "Nothing of this file was kept. Check that it is the right source, or raise --max-rejects." },
  LM_LOAD_BROKEN_OFF: {
    exit: 2,
    next: "Nothing of this file was kept: half a list shows whom the other half names as free. Fetch the whole file again.",
  },
  LM_LOAD_INCOMPLETE: { exit: 2, next: "Mend the files named and load them again; those that are loaded are left alone." },
  LM_LOAD_UNRECOGNISED: { exit: 2, next: "The file has none of the known layouts of this source; docs/data.md lists them." },
  LM_SOURCE_UNKNOWN: { exit: 2, next: "Run `levermap load --help` for the list of sources." },
  LM_LOAD_UNKNOWN: { exit: 2, next: "Run `levermap status` for the loads of this workspace." },
  LM_ATLAS_INVALID: { exit: 2, next: "Mend the rows named; docs/data.md describes each file." },
  LM_WORKSPACE_MISSING: { exit: 2, next: "Create one with `levermap init`, or name it with --workspace." },
  LM_WORKSPACE_EXISTS: { exit: 2, next: "Use another folder, or pass --force to replace its contents." },
  LM_WORKSPACE_BUSY: { exit: 2, next: "Another process is using this workspace; wait for it or stop it." },
  LM_WORKSPACE_NEWER: { exit: 2, next: "This workspace was written by a newer Levermap; install that version." },
  LM_WORKSPACE_DAMAGED: { exit: 3, next: "Restore a backup from the workspace folder or create a new one with `levermap init`." },
  LM_TECHNOLOGY_UNKNOWN: { exit: 2, next: "Run `levermap technologies` for the list." },
  LM_PATENT_UNKNOWN: {
    exit: 2,
    next: "Check the number, find it with `levermap patents --search WORDS`, or load the records that hold it.",
  },
  LM_NO_LISTS: {
    exit: 2,
    next: "Load one: `levermap load csl FILE`, `levermap load entity-list FILE` or `levermap load party-list FILE`.",
  },
  LM_PARTY_UNKNOWN: { exit: 2, next: "Run `levermap screen NAME --json` for the entries of lists that a name may be." },
  LM_CONTROL_UNKNOWN: { exit: 2, next: "Run `levermap controls list` for lists, and `levermap controls timeline` for rules." },
  LM_NAME_TOO_LONG: { exit: 2, next: "Give the name alone, in at most 1,000 characters." },
  LM_NOT_MEASURED: { exit: 2, next: "Run `levermap measure`." },
  LM_HOLDER_UNKNOWN: { exit: 2, next: "Run `levermap holders` for the list." },
  LM_ECONOMY_UNKNOWN: {
    exit: 2,
    next: "Use the code or name of an economy, such as CN or China; a group such as EU, or an organisation, only where the option says so.",
  },
  LM_EVENTS_INVALID: { exit: 2, next: "Mend the places named; docs/data.md describes a file of events." },
  LM_SCENARIO_INVALID: {
    exit: 2,
    next: "Mend the places named; docs/data.md describes a scenario, `levermap simulate --schema` has its form.",
  },
  LM_SCENARIO_UNKNOWN: { exit: 2, next: "Run `levermap simulate` for the ready scenarios, or name a file." },
  LM_PLAN_INVALID: {
    exit: 2,
    next: "Mend the places named; docs/data.md describes a plan, `levermap plan --schema` has its form.",
  },
  LM_PLAN_UNKNOWN: { exit: 2, next: "Run `levermap plan` for the ready plans, or name a file." },
  LM_PLAN_INFEASIBLE: { exit: 2, next: "Leave out one of the bounds named, or make it wider." },
  LM_PLAN_TIME: { exit: 2, next: "Give it more time with --seconds, or leave out what is required." },
  LM_PROGRAMME_UNKNOWN: { exit: 2, next: "Run `levermap plan FILE --dry-run` for the programmes there are to choose from." },
  LM_FETCH_NO_ADDRESS: {
    exit: 2,
    next: "This source has no address to download from; get the file from its publisher and load it by path.",
  },
  LM_FETCH_FAILED: { exit: 2, next: "Run the command again: the download goes on where it stopped." },
  LM_FETCH_CHECKSUM: { exit: 2, next: "The file differs from what the publisher announced; it was not kept. Try again later." },
  LM_EXPORT_EXISTS: { exit: 2, next: "Choose another place or pass --force." },
  LM_SERVER_TOKEN_NEEDED: { exit: 2, next: "Set LEVERMAP_TOKEN to bind to another address than 127.0.0.1." },
  LM_SERVER_PORT_BUSY: { exit: 2, next: "Choose another port with --port." },
  LM_SERVER_TOKEN_WRONG: { exit: 2, next: "Send the token the server was started with: Authorization: Bearer TOKEN." },
  LM_SERVER_HOST_REFUSED: { exit: 2, next: "Use the address the server printed when it started." },
  LM_SERVER_METHOD: { exit: 2, next: "Ask with GET, or with POST /match/DATASET or /api/plan; /api/openapi.json lists the questions." },
  LM_SERVER_TOO_LARGE: { exit: 2, next: "Send the question in the address, without a body; names to be matched in several requests." },
  LM_SERVER_TOO_MANY: { exit: 2, next: "Wait as long as the Retry-After header says, then ask again." },
  LM_SERVER_NOT_FOUND: { exit: 2, next: "See /api/openapi.json for what can be asked." },
  LM_SERVER_QUESTION: { exit: 2, next: "See /api/openapi.json for the names and forms of the questions." },
  LM_INTERRUPTED: { exit: 130, next: "Nothing half-done was kept; run the command again." },
  LM_INTERNAL: { exit: 3, next: "This is a defect of Levermap; please report it with the command you ran." },
} as const satisfies Record<string, { exit: ExitCode; next: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** An error that a user can act on. `details` must be plain data. */
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

/** Turns anything thrown into a coded error; what is not ours is internal. */
export function asLevermapError(thrown: unknown): LevermapError {
  if (thrown instanceof LevermapError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new LevermapError("LM_INTERNAL", message, thrown instanceof Error && thrown.stack ? { stack: thrown.stack } : {});
}
