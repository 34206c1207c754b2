import {
  type RunRecord,
  readContents,
  readDecisionLines,
  readRenames,
  readRunResults,
  readRuns,
  runRecord,
} from "../../answers/cases/case-records.ts";
import { type CaseScreening, type CaseSettings, caseSettings, readCaseScreening, seenLoad } from "../../answers/cases/case-screening.ts";
import { type CaseCounts, countCases } from "../../answers/cases/count-cases.ts";
import type { EntryChange } from "../../answers/cases/entry-changes.ts";
import { type RunInput, type RunOutcome, runCases as screenCases } from "../../answers/cases/run-cases.ts";
import { pick } from "../../base/collections.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import { canonical } from "../../screen/cases/digest.ts";
import type { AsOf } from "../../screen/lists/listing-status.ts";
import { presentCustomers } from "../../workspace/cases/customers.ts";
import { keepRun } from "../../workspace/cases/keep-run.ts";
import type { Workspace } from "../../workspace/workspace.ts";
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
  return withWorkspace(dir, "write", effects, async (workspace) => {
    const startedAt = effects.clock.now().toISOString();
    const prepared = await prepareRun(workspace, options, effects);
    const outcome = await screenCases(prepared.input, effects);
    effects.signal.throwIfAborted();
    const run = await keepRun(workspace, await keptRun(prepared, outcome, { startedAt, user, effects }));
    return summary(run, prepared.settings, outcome);
  });
}

/** A run that is about to be made. */
export interface PreparedRun {
  readonly input: RunInput;
  readonly settings: CaseSettings;
  readonly loads: readonly ReturnType<typeof seenLoad>[];
  readonly previous: RunRecord | null;
}

/** Reads what a run is made of. Throws LM_NO_LISTS, LM_USAGE. */
export async function prepareRun(workspace: Workspace, options: RunOptions, effects: Effects): Promise<PreparedRun> {
  const loads = (await workspace.status()).filter(({ current }) => current);
  const last = (await readRuns(workspace)).at(-1);
  const previous = last === undefined ? null : runRecord(last);
  const day = options.asOf === undefined ? dayOf(effects.clock.now()) : requireDay(options.asOf);
  const { by = previous?.settings.by ?? "effective", lists = previous?.settings.lists ?? [] } = options;
  const settings = caseSettings({ day, by }, lists);
  const now = await readCaseScreening(workspace, loads, settings);
  requireLoaded(now, lists);
  const why = await whyFull(workspace, previous, settings, options.full === true);
  const before =
    previous === null || why !== null
      ? null
      : {
          results: await readRunResults(workspace, previous.row),
          screening: await readCaseScreening(workspace, await loadsOf(workspace, previous), previous.settings),
        };
  const input: RunInput = {
    now,
    before,
    why,
    customers: (await presentCustomers(workspace)).filter(({ state }) => state === "active"),
    decisions: await readDecisionLines(workspace),
    renames: await readRenames(workspace),
    contents: await readContents(
      workspace,
      [...now.statements.values()].map(({ statement, digest }) => ({ ...statement, digest })),
    ),
  };
  return { input, settings, loads: loads.map(seenLoad), previous };
}

function requireLoaded({ lists }: CaseScreening, wanted: readonly string[]): void {
  if (lists.parties.length === 0) throw new LevermapError("LM_NO_LISTS", "No list of parties is loaded: nothing can be screened.");
  const loaded = new Set([...lists.parties, ...lists.editions].map(({ list }) => list));
  for (const list of wanted)
    if (!loaded.has(list)) throw new LevermapError("LM_USAGE", `No list "${list}" is loaded.`, { list, loaded: [...loaded].sort() });
}

/** The loads that a run saw. Throws LM_RUN_GONE where one was removed. */
export async function loadsOf(workspace: Workspace, { row, loads }: RunRecord): Promise<RunRecord["loads"]> {
  const there = new Set((await workspace.status()).map(({ id }) => id));
  const gone = loads.filter(({ id }) => !there.has(id));
  if (gone.length === 0) return loads;
  const names = gone.map(({ id, dataset }) => `${id} (${dataset})`).join(", ");
  throw new LevermapError("LM_RUN_GONE", `Run ${row.id} saw loads that are not there any more: ${names}.`, { run: row.id, gone });
}

/** Why a run screens everything although one went before; `null` where it need not, or is the first. */
async function whyFull(workspace: Workspace, previous: RunRecord | null, settings: CaseSettings, asked: boolean): Promise<string | null> {
  if (previous === null) return null;
  if (asked) return "asked for";
  const same = (value: CaseSettings): string => canonical(pick(value, "by", "lists", "thresholds"));
  if (previous.settings.engine !== settings.engine) return "names are compared in another way than in the run before";
  if (same(previous.settings) !== same(settings)) return "the settings are others than in the run before";
  const there = new Set((await workspace.status()).map(({ id }) => id));
  return previous.loads.some(({ id }) => !there.has(id)) ? "a load that the run before saw was removed" : null;
}

type Kept = Parameters<typeof keepRun>[1];

async function keptRun(
  { input, settings, loads, previous }: PreparedRun,
  { kind, why, difference, results, cases, renames }: RunOutcome,
  { startedAt, user, effects }: { readonly startedAt: string; readonly user: string | null; readonly effects: Effects },
): Promise<Kept> {
  const reasons = new Map(results.flatMap(({ customer, matches }) => matches.map((match) => [`${customer.id} ${match.entry}`, match])));
  const used = new Set(cases.map(({ entry }) => entry));
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
    statements: [...input.now.statements.values()].flatMap(({ statement, digest }) =>
      used.has(statement.entry) ? [{ digest, entry: statement.entry, content: canonical(statement) }] : [],
    ),
    renames: [...renames].flatMap(([before, after]) => (input.renames.get(before) === after ? [] : [{ before, after }])),
  };
}

function summary(run: number, { day }: CaseSettings, { kind, why, results, difference, cases }: RunOutcome): RunSummary {
  return {
    ...{ run, kind, why },
    asOf: day,
    customers: results.length,
    screenedAgainstAll: results.filter(({ scope }) => scope === "all").length,
    faults: results.flatMap(({ customer, fault }) => (fault === null ? [] : [{ customer: customer.id, code: fault }])),
    entries: difference.entries,
    states: countCases(cases),
    open: cases.filter(({ state }) => state === "open" || state === "reopened"),
  };
}
