import type { MapView } from "../../../src/answers/card/map-view.ts";
import { counted } from "../../../src/base/format.ts";
import { listed } from "../../../src/base/words.ts";

type Node = MapView["nodes"][number];

/** Whose controls are in force, as a cell of a list shows it. */
export const controlCell = ({ controls, controlsUnknown }: Node): string =>
  controls === null ? `unknown: ${controlsUnknown ?? "none recorded"}` : controls.issuers.join(", ");

/** Whose controls are in force on a technology, in a few words. */
export function controlWords({ controls, controlsUnknown }: Node, names: ReadonlyMap<string, string>): string {
  if (controls === null) return `controls unknown: ${controlsUnknown ?? "none recorded"}, which is no clearance`;
  const count = controls.issuers.length;
  const issuers = listed(controls.issuers.map((id) => names.get(id) ?? id));
  const told = `controls of at least ${counted(count, "issuer", "issuers")}: ${issuers}`;
  return controls.entriesUnknown ? `${told}; entries of a control list linked to it are not loaded` : told;
}
