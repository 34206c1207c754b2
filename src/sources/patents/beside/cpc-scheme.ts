import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { officeDate } from "../epo/docdb-date.ts";
import { depthOf, titleSymbol, upperSymbol } from "./cpc-symbols.ts";

const mainGroupLevel = 7;

/** The titles of a `class-scheme` of CPC, each in the item that it stands in. Throws BadRow for a symbol that is none. */
export function* schemeRows(root: XmlElement, { file }: Place): Generator<RowRecord> {
  if (root.name !== "class-scheme") fail(`${root.name.slice(0, 40)} is not a CPC scheme`);
  let line = 0;
  for (const { item, parent } of itemsOf(root, null)) {
    line += 1;
    const title = titleOf(item);
    const symbol = symbolOf(item);
    // The heading above some main groups repeats the symbol of its first group.
    if (title === "" || item.all("classification-item").some((below) => symbolOf(below) === symbol)) continue;
    const level = Number(item.attributes.level);
    yield rowRecord(
      "class_title",
      { file, line },
      {
        scheme: "cpc",
        symbol,
        parent: upperSymbol(symbol) ?? parent,
        level: depthOf(symbol, Number.isInteger(level) ? level - mainGroupLevel : 0),
        title,
        since: officeDate(item.attributes["date-revised"]),
      },
    );
  }
}

interface Placed {
  readonly item: XmlElement;
  readonly parent: string | null;
}

function* itemsOf(element: XmlElement, parent: string | null): Generator<Placed> {
  for (const item of element.all("classification-item")) {
    yield { item, parent };
    const symbol = symbolOf(item);
    yield* itemsOf(item, symbol);
  }
}

const symbolOf = (item: XmlElement): string => {
  const printed = item.value("classification-symbol") ?? item.attributes["sort-key"] ?? "";
  return titleSymbol(printed) ?? fail(`"${printed.slice(0, 40)}" is not a CPC symbol`);
};

/** The parts of a title without its references to other places. */
function titleOf(item: XmlElement): string {
  const parts = item.all("class-title/title-part").map((part) =>
    part.children
      .flatMap((each) => (each.name === "text" ? [each] : each.name === "CPC-specific-text" ? each.all("text") : []))
      .map((text) => text.text())
      .filter((text) => text !== "")
      .join(" "),
  );
  return parts.filter((part) => part !== "").join("; ");
}
