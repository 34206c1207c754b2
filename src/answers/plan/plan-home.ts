import { membersOf, seatOf } from "../../leverage/members.ts";
import type { Home } from "../../plan/cells/home.ts";
import type { ReadModel } from "../shared/read-model.ts";

/** An economy, a group or an organisation as one who plans. */
export function homeOf({ model, map }: ReadModel, code: string): Home {
  const economies = membersOf(model, seatOf(model, code));
  return { id: code, members: new Set(map.economyOf.has(code) ? [code] : [code, ...economies]), economies: new Set(economies) };
}
