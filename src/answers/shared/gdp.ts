import { membersOf } from "../../leverage/members.ts";
import type { ReadModel } from "./read-model.ts";

/** What an economy or group produces, and the newest year of what it is made of. */
export interface Gdp {
  readonly usdBn: number;
  readonly year: number | null;
}

/** GDP of an economy, or of a group that of its members; `null` where one is not known. */
export function gdpOf({ economies, model }: ReadModel, code: string): Gdp | null {
  const own = economies.find(({ id }) => id === code);
  if (own?.gdp != null) return { usdBn: own.gdp, year: own.gdp_year };
  const rows = membersOf(model, code).map((member) => economies.find(({ id }) => id === member));
  if (rows.some((row) => row?.gdp == null)) return null;
  const years = rows.flatMap((row) => row?.gdp_year ?? []);
  return { usdBn: rows.reduce((sum, row) => sum + row!.gdp!, 0), year: years.length > 0 ? Math.max(...years) : null };
}
