import { type CaseCounts, countCases } from "../../answers/cases/count-cases.ts";
import type { EntryChange } from "../../answers/cases/entry-changes.ts";
import type { CustomerOwned } from "../../answers/cases/owned-customers.ts";
import { type PreparedRun, prepareRun } from "../../answers/cases/prepare-run.ts";
import { type RunOutcome, runCases as screenCases } from "../../answers/cases/run-cases.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import { canonical } from "../../screen/cases/digest.ts";
import type { AsOf } from "../../screen/lists/listing-status.ts";
import { keepRun } from "../../workspace/cases/keep-run.ts";
import { dayOf, requireDay } from "../day.ts";
import { withWorkspace } from "../with-workspace.ts";
import { maybeUser } from "./user.ts";

export interface RunOptions {
  /** Screens every customer against every entry, also where only a few changed. */
  readonly full?: boolean;
  /** Day of the lists, `YYYY-MM-DD`; default today (UTC). */
  readonly asOf?: string | undefined;
  /** The date of a row that counts where it has both; default that of the run before, else `effective`. */
  readonly by?: AsOf["by"] | undefined;
  /** These lists only; default those of the run before, else all. */
  readonly lists?: readonly string[] | undefined;
  readonly user?: string | undefined;
  readonly effects?: Effects | undefined;
}

/** A run in short. */
export interface RunSummary {
  readonly run: number;
  readonly kind: RunOutcome["kind"];
  /** Why all was screened, where a run went before. */
  readonly why: string | null;
  readonly asOf: string;
  readonly customers: number;
  readonly screenedAgainstAll: number;
  readonly faults: readonly { readonly customer: string; readonly code: string }[];
  /** Entries of lists that changed since the run before. */
  readonly entries: readonly EntryChange[];
  readonly states: CaseCounts;
  /** Customers by whether listed parties own a half or more of them: `no` by the loaded lists. */
  readonly owned: Readonly<Record<CustomerOwned["answer"], number>>;
  /** Cases to look at: open ones and reopened ones. */
  readonly open: readonly CaseLine[];
}

/**
 * Screens all customers and keeps the run with the lists as it saw them. After a first run only what changed is screened again: new and
 * changed customers against all entries, the others against entries that changed. Interrupted, it keeps nothing. Throws LM_NO_LISTS,
 * LM_USAGE, LM_USER_NEEDED, LM_INTERRUPTED, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * const { states } = await runCases("./levermap-data", { user: "anna" });
 */
export async function runCases(dir: string, options: RunOptions = {}): Promise<RunSummary> {
  const { effects = quietEffects } = options;
  const user = maybeUser(options.user);
  return withWorkspace(dir, { what: "cases run", user }, effects, async (workspace) => {
    const startedAt = effects.clock.now().toISOString();
    const day = options.asOf === undefined ? dayOf(effects.clock.now()) : requireDay(options.asOf);
    const prepared = await prepareRun(workspace, { ...options, day, full: options.full ?? false });
    const outcome = await screenCases(prepared.input, effects);
    effects.signal.throwIfAborted();
    const run = await keepRun(workspace, await keptRun(prepared, outcome, { startedAt, user, effects }));
    return summary(run, prepared, outcome);
  });
}

type Kept = Parameters<typeof keepRun>[1];

async function keptRun(
  { input, settings, loads, previous }: PreparedRun,
  { kind, why, difference, results, cases, renames, statements }: RunOutcome,
  { startedAt, user, effects }: { readonly startedAt: string; readonly user: string | null; readonly effects: Effects },
): Promise<Kept> {
  const reasons = new Map(results.flatMap(({ customer, matches }) => matches.map((match) => [`${customer.id} ${match.entry}`, match])));
  const used = new Map(
    cases.flatMap(({ statement }) => (statement === null ? [] : [[statement, statements.contentOf(statement)] as const])),
  );
  return {
    run: {
      kind,
      previous: previous?.row.id ?? null,
      why,
      as_of: settings.day,
      started_at: startedAt,
      ended_at: effects.clock.now().toISOString(),
      by_user: user,
      settings: canonical(settings),
      loads: canonical(loads),
      lists: canonical(input.now.on.screened),
      changed: canonical([...difference.searched].sort()),
      decision: input.decisions.at(-1)?.seq ?? 0,
      purged: 0,
    },
    results: results.map(({ customer, version, digest, scope, carried, fault }) => ({
      customer: customer.id,
      ...{ version, digest, scope, fault },
      carried: canonical(carried),
    })),
    matches: cases.map(({ customer, entry, former, score, statement, state, verdict, decision, changes }) => {
      const match = reasons.get(`${customer} ${entry}`);
      return {
        ...{ customer, entry, former, score, statement, state, verdict },
        decision: decision?.seq ?? null,
        reasons: match === undefined ? null : canonical(match),
        changes: canonical(changes),
      };
    }),
    statements: [...used].flatMap(([digest, statement]) =>
      statement === undefined ? [] : [{ digest, entry: statement.entry, content: canonical(statement) }],
    ),
    renames: [...renames].flatMap(([before, after]) => (input.renames.get(before) === after ? [] : [{ before, after }])),
  };
}

function summary(
  run: number,
  { settings: { day }, input: { now } }: PreparedRun,
  { kind, why, results, difference, cases }: RunOutcome,
): RunSummary {
  return {
    ...{ run, kind, why },
    asOf: day,
    customers: results.length,
    screenedAgainstAll: results.filter(({ scope }) => scope === "all").length,
    faults: results.flatMap(({ customer, fault }) => (fault === null ? [] : [{ customer: customer.id, code: fault }])),
    entries: difference.entries,
    states: countCases(cases),
    owned: countOwned(results.map(({ customer }) => now.owned(customer).answer)),
    open: cases.filter(({ state }) => state === "open" || state === "reopened"),
  };
}

function countOwned(answers: readonly CustomerOwned["answer"][]): RunSummary["owned"] {
  const counts = { yes: 0, perhaps: 0, no: 0, "not known": 0 };
  for (const answer of answers) counts[answer] += 1;
  return counts;
}
