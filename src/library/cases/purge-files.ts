import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type AuditHead, type AuditLine, auditForms } from "../../answers/cases/audit-record.ts";
import type { Effects } from "../../base/effects.ts";
import { databaseName } from "../../workspace/open.ts";
import { fetchedName } from "../update/list-files.ts";
import { readAudit, writeAudit } from "./audit.ts";

/** What became of files in the folder of a workspace. */
export interface PurgedFiles {
  /** Auditors' files without the customer now; their seals are new. */
  readonly rewritten: readonly string[];
  /** Exported tables of decisions, which any new export replaces. */
  readonly removed: readonly string[];
  /** Other files that name the customer: they are not Levermap's to change. */
  readonly left: readonly string[];
}

/** Not looked into: the database itself and its copies, rankings and answers, which have no names of customers, and lists as their publishers made them. */
const passedOver: ReadonlySet<string> = new Set([
  databaseName,
  `${databaseName}.wal`,
  "backups",
  "ranks",
  "parts",
  "plans",
  "dossiers",
  "answers",
  fetchedName,
  ".temporary",
  ".next",
]);

const exportedDecisions = /^decision\.(csv|json|parquet)$/;

/** Takes a customer out of the files in the folder of a workspace; `null`: a name that is no customer's. `texts`: what tells that a file names it. */
export async function purgeFiles(dir: string, customer: string | null, texts: readonly string[], effects: Effects): Promise<PurgedFiles> {
  const found: { rewritten: string[]; removed: string[]; left: string[] } = { rewritten: [], removed: [], left: [] };
  const needles = texts.flatMap((text) => [Buffer.from(text), Buffer.from(JSON.stringify(text).slice(1, -1))]);
  for (const path of await filesIn(dir)) {
    effects.signal.throwIfAborted();
    if (exportedDecisions.test(path.split("/").at(-1) ?? "")) {
      await rm(path);
      found.removed.push(path);
      continue;
    }
    const bytes = await plainBytes(path);
    if (isAudit(bytes)) {
      if (await withoutCustomer(path, customer, effects)) found.rewritten.push(path);
    } else if (needles.some((needle) => bytes.includes(needle))) found.left.push(path);
  }
  return found;
}

async function filesIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const inner = await Promise.all(
    entries
      .filter(({ name }) => !passedOver.has(name))
      .map(async (entry) => {
        const path = join(dir, entry.name);
        return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
      }),
  );
  return inner.flat().sort();
}

/** Bytes of a file, unpacked where it is packed. */
async function plainBytes(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  try {
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch {
    return bytes;
  }
}

const isAudit = (bytes: Buffer): boolean => {
  const end = bytes.indexOf("\n");
  return end > 0 && auditForms.some((form) => bytes.subarray(0, end).includes(`"form":"${form}"`));
};

/** Writes an auditor's file anew without a customer; `false` where it has none of it. */
async function withoutCustomer(path: string, customer: string | null, effects: Effects): Promise<boolean> {
  const { head, lines } = await readAudit(path);
  const others = lines.filter((line) => customerOf(line) !== customer);
  if (customer === null || others.length === lines.length) return false;
  const needed = new Set(others.map(statementNeeded));
  const left = others.filter((line) => line.kind !== "statement" || needed.has(line.digest));
  const purged: AuditHead = { ...head, purged: head.purged + 1 };
  await writeAudit(path, [purged, ...left], effects);
  return true;
}

/** What was said of the owners of a customer stands in statements. */
function statementNeeded(line: AuditLine): string | null {
  if (line.kind === "decision") return line.decision.statement;
  return line.kind === "case" ? line.statement : null;
}

function customerOf(line: AuditLine): string | null {
  switch (line.kind) {
    case "customer":
    case "former":
      return line.customer.id;
    case "decision":
      return line.decision.customer;
    case "case":
      return line.customer;
    default:
      return null;
  }
}
