import { type ExclusionData, readExclusionData } from "../../../src/answers/exclusion/exclusion-data.ts";
import { type ReadModel, readModel } from "../../../src/answers/shared/read-model.ts";
import type { Row } from "../../../src/base/tables.ts";
import { type JoinedCases, readJoinedCases } from "../../../src/corpus/case-holders.ts";
import { readRates } from "../../../src/corpus/legal-records.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";

/** What questions on exclusion are asked of. */
export interface ExclusionSetting {
  readonly read: ReadModel;
  readonly data: ExclusionData;
  readonly joined: JoinedCases;
  readonly rates: readonly Row<"base_rate">[];
}

/** Reads a measured workspace once, as of a day. */
export async function exclusionSetting(dir: string, asOf: string): Promise<ExclusionSetting> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    const read = await readModel(workspace, { asOf });
    const joined = await workspace.use(readJoinedCases);
    const data = await readExclusionData(read, workspace, joined);
    return { read, data, joined, rates: await workspace.use(readRates) };
  } finally {
    workspace.close();
  }
}
