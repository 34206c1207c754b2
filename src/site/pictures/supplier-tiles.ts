import type { Answer } from "../../ask/ask.ts";
import { percentRange } from "../../base/format.ts";
import type { DrawnPicture } from "../picture.ts";
import { tilePlaces } from "../tile-places.ts";

/** Where the makers of a technology sit, as tiles; of an economy that is not named it is unknown whether it makes any. */
export function supplierTiles({ name, shareRows }: Pick<Answer<"technology">, "name" | "shareRows">): DrawnPicture | undefined {
  const row = shareRows.find(({ used, holderKind }) => used && holderKind === "economy");
  const tiles = (row?.shares ?? []).flatMap(({ holder, name: economy, low, high, flag }) =>
    flag === "negligible" || (low === null && high === null)
      ? []
      : [{ id: holder, name: economy, place: tilePlaces.get(holder), value: low ?? high, text: percentRange(low, high) }],
  );
  if (row === undefined || tiles.length < 2) return undefined;
  return {
    kind: "drawn",
    title: `Where the holders of ${name} sit`,
    unit: `part of world supply, ${row.year ?? "year unknown"}`,
    summary: tiles.map(({ name: economy, text }) => `${economy} ${text}`).join(", "),
    shape: { kind: "tiles", tiles },
  };
}
