import { type JoinedCases, readJoinedCases } from "../../corpus/case-holders.ts";
import type { OpenDay } from "../day/open-day.ts";
import { remembered } from "../shared/remembered.ts";
import { type ExclusionData, readExclusionData } from "./exclusion-data.ts";

/** Claims and cases on one day, each read once. */
export interface ClaimsRead {
  readonly cases: () => Promise<JoinedCases>;
  readonly exclusion: () => Promise<ExclusionData>;
}

export function openClaims({ workspace, read }: OpenDay): ClaimsRead {
  const [joined, claims] = [remembered<JoinedCases>(), remembered<ExclusionData>()];
  const cases = () => joined([], () => workspace.use(readJoinedCases));
  return { cases, exclusion: () => claims([], async () => readExclusionData(await read(), workspace, await cases())) };
}
