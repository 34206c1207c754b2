import type { CaseRow } from "../../base/case-tables.ts";
import { queryMany } from "../query.ts";
import type { Workspace } from "../workspace.ts";

export type CustomerRow = CaseRow<"customer">;

/** The present version of every customer, closed ones too, by id. */
export const presentCustomers = (workspace: Workspace): Promise<CustomerRow[]> =>
  workspace.use((connection) =>
    queryMany<CustomerRow>(
      connection,
      "SELECT * FROM customer QUALIFY row_number() OVER (PARTITION BY id ORDER BY version DESC) = 1 ORDER BY id",
    ),
  );
