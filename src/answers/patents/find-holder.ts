import type { DerivedRow } from "../../base/derived-tables.ts";
import { LevermapError } from "../../base/errors.ts";
import { findHolder } from "../../corpus/holder-search.ts";
import type { Workspace } from "../../workspace/workspace.ts";

type HolderRow = DerivedRow<"holder">;

/**
 * A holder by id, organisation or name; `otherwise`: who else it may be, where no holder of loaded documents is. Throws LM_HOLDER_UNKNOWN
 * that names those that are near.
 */
export async function requireHolder(workspace: Workspace, wanted: string): Promise<HolderRow>;
export async function requireHolder<O>(workspace: Workspace, wanted: string, otherwise: () => O | null): Promise<HolderRow | O>;
export async function requireHolder<O>(
  workspace: Workspace,
  wanted: string,
  otherwise: () => O | null = () => null,
): Promise<HolderRow | O> {
  const { holder, near } = await workspace.use((connection) => findHolder(connection, wanted));
  const found = holder ?? otherwise();
  if (found !== null) return found;
  const hint = near.length > 0 ? ` Did you mean ${near.map(({ name }) => name).join(" or ")}?` : "";
  throw new LevermapError("LM_HOLDER_UNKNOWN", `No holder "${wanted}" is known.${hint}`, {
    name: wanted,
    near: near.map((one) => one.holder),
  });
}
