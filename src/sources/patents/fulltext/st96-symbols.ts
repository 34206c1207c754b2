import type { XmlElement } from "../../format/xml-element.ts";
import { type ClassSymbol, ipcSymbol, joinSymbol } from "../epo/docdb-classes.ts";
import { locarnoClass } from "../gazette/gazette-publication.ts";
import { fiSymbol, fTerm } from "../gazette/japanese-symbols.ts";
import { roleOf } from "../tables/patent-table-cells.ts";

/** The symbols of a publication in ST.96; those that were searched (`SearchField`) are none of its own. */
export function st96Symbols(biblio: XmlElement): readonly (ClassSymbol | null)[] {
  const bags = [biblio, ...biblio.all("PatentClassificationBag")];
  const within = (path: string): readonly XmlElement[] => bags.flatMap((bag) => bag.all(path));
  const national = within("NationalClassification").flatMap((each) => each.children);
  return [
    ...[...within("IPCRClassificationBag/IPCRClassification"), ...within("IPCRClassification")].map((each) => parted(each, "ipc")),
    ...within("IPCClassification").flatMap((each) =>
      [...each.all("MainClassification"), ...each.all("FurtherClassification")].map((symbol) => ipcSymbol(symbol.text())),
    ),
    ...within("CPCClassificationBag").flatMap((each) => each.within("CPCClassification").map((symbol) => parted(symbol, "cpc"))),
    ...national.map((each) => fiSymbol(each.value("PatentClassificationText") ?? "")),
    ...within("FtermInformationBag/FtermInformation").map((each) => fTerm(each.text())),
    ...within("LocarnoClassificationBag").flatMap((each) => each.within("LocarnoClass").map((symbol) => locarnoClass(symbol.text()))),
  ];
}

/** A symbol that stands in parts, or as the text of ST.8. */
function parted(element: XmlElement, scheme: "ipc" | "cpc"): ClassSymbol | null {
  const of = (name: string): string => element.value(name) ?? "";
  const symbol = joinSymbol((of("Section") || of("CPCSection")) + of("Class") + of("Subclass"), of("MainGroup"), of("Subgroup"));
  if (symbol === null) {
    const text = ipcSymbol(of("PatentClassificationText"));
    return text && { ...text, scheme };
  }
  return { scheme, symbol, role: roleOf(of("IPCClassificationValueCode") || of("CPCClassificationValueCode") || null) };
}
