import type { Row } from "../../base/tables.ts";
import type { AtlasParty } from "../../screen/atlas-names.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import type { DecisionLine } from "../../screen/cases/decision-log.ts";
import type { Statement } from "../../screen/cases/statement.ts";
import type { Edition } from "../../screen/lists/editions.ts";
import type { Holding, Party } from "../../screen/ownership/owner-book.ts";
import type { ListRow } from "../../screen/read-lists.ts";
import type { OwnershipState } from "../screen/rule-owners.ts";
import type { ScreenedList } from "../screen/screen-report.ts";
import type { CaseSettings, SeenLoad } from "./case-screening.ts";
import type { CaseMatch } from "./match-customer.ts";
import type { ScreenedCustomer } from "./screen-customers.ts";

/** Form of the auditor's file; another number where its lines change. */
export const auditForm = "levermap-cases-3";

/** Forms that are read: the second has nothing of owned customers. */
export const auditForms: readonly string[] = ["levermap-cases-2", auditForm];

/** What was done, with what, on what. `decision`: the last one that the run knew. `purged`: customers that were purged since. */
export interface AuditHead {
  readonly kind: "run";
  readonly form: string;
  readonly run: number;
  readonly of: "full" | "delta";
  readonly previous: number | null;
  readonly why: string | null;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly user: string | null;
  readonly settings: CaseSettings;
  readonly decision: number;
  readonly purged: number;
  /** Keys of the entries that changed since the run before, which alone were looked for again. */
  readonly changed: readonly string[];
}

/** A row of a list with all that belongs to it, and the organisation of the atlas under whose names it is found too. */
export interface AuditParty {
  readonly kind: "party";
  readonly row: Omit<ListRow, "load_id"> & { readonly load_id: string };
  readonly names: readonly Omit<Row<"party_name">, "entry">[];
  readonly places: readonly Omit<Row<"party_place">, "entry">[];
  readonly links: readonly Omit<Row<"party_link">, "entry">[];
  readonly facts: readonly Omit<Row<"party_fact">, "entry">[];
  readonly organisation: AtlasParty | null;
  /** What tables of owners told of it. */
  readonly owners: readonly string[];
}

/** What tables of owners told of a customer on the day. */
export interface AuditOwners {
  readonly parties: readonly string[];
  readonly told: readonly { readonly party: Party; readonly holdings: readonly Holding[] }[];
}

export interface AuditCustomer extends ScreenedCustomer {
  readonly kind: "customer";
  readonly owners: readonly string[];
  /** Parties of tables that it is, and all that is told of those and of parties above them; absent where no table has it. */
  readonly above?: AuditOwners;
  readonly fault: string | null;
  readonly matches: readonly CaseMatch[];
}

export type AuditCase = Pick<CaseLine, "customer" | "entry" | "former" | "score" | "statement" | "state" | "verdict" | "changes"> & {
  readonly kind: "case";
  readonly decision: number | null;
};

/** Lines of the file behind its head, in this order of kinds. */
export type AuditLine =
  | { readonly kind: "load"; readonly load: SeenLoad }
  | { readonly kind: "list"; readonly list: ScreenedList }
  /** State on the day of a rule that counts owners. */
  | { readonly kind: "ownership-rule"; readonly rule: string; readonly state: OwnershipState }
  | { readonly kind: "edition"; readonly edition: Edition }
  | AuditParty
  | {
      readonly kind: "organisation";
      readonly organisation: string;
      readonly names: readonly Omit<Row<"organisation_name">, "organisation">[];
    }
  | AuditCustomer
  | { readonly kind: "former"; readonly customer: Customer; readonly digest: string }
  | { readonly kind: "statement"; readonly digest: string; readonly statement: Statement }
  | { readonly kind: "rename"; readonly before: string; readonly after: string }
  /** `since`: made after the run and before the next. */
  | { readonly kind: "decision"; readonly decision: DecisionLine; readonly since: boolean }
  | AuditCase;

/** A file as it was read. */
export interface AuditRecord {
  readonly head: AuditHead;
  readonly lines: readonly AuditLine[];
}

/** The lines of one kind. */
export const linesOf = <K extends AuditLine["kind"]>({ lines }: AuditRecord, kind: K): readonly Extract<AuditLine, { kind: K }>[] =>
  lines.filter((line): line is Extract<AuditLine, { kind: K }> => line.kind === kind);
