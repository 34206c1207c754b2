import { readFileSync } from "node:fs";
import { quietEffects } from "../../src/base/effects.ts";
import { documentKey, documentName } from "../../src/link/numbers/document-number.ts";
import type { ClassifiedText } from "../../src/link/technology-rules.ts";
import { type CsvRow, csvRows } from "../../src/sources/format/csv-rows.ts";
import { realData } from "../sources/support.ts";

/** What a rule looks at, and the set the document is from. */
export interface PatentDocument extends ClassifiedText {
  readonly document: string;
  readonly set: string;
  /** Without the abstract. */
  readonly title?: string;
}

const files = {
  uspto: "patents/uspto-citations/patents.csv",
  titles: "patents/patentsview-nvidia/nvidia_patent.csv",
  classes: "patents/patentsview-nvidia/nvidia_cpc.csv",
  abstracts: "patents/patentsview-nvidia/nvidia_patent_abstract.csv",
  hbm: "patents/hbm/hbm_patents_dedup.csv",
  kipo: "patents/kipo-semiconductor/patents.csv",
  microchip: "patents/uspto-microchip/microchip.json",
} as const;

export const realPatents = { absent: Object.values(files).some((name) => realData(name).absent), where: realData("patents").path };

/** All documents of the five real sets that have a number. */
export async function realDocuments(): Promise<readonly PatentDocument[]> {
  return [...(await uspto()), ...(await nvidia()), ...(await hbm()), ...(await kipo()), ...microchip()];
}

interface Application {
  readonly applicationMetaData: {
    readonly patentNumber?: string;
    readonly earliestPublicationNumber?: string;
    readonly inventionTitle: string;
    readonly cpcClassificationBag?: readonly string[];
  };
}

function microchip(): PatentDocument[] {
  const { patentdata } = JSON.parse(readFileSync(realData(files.microchip).path, "utf8")) as {
    readonly patentdata: readonly Application[];
  };
  return patentdata.flatMap(({ applicationMetaData: meta }) => {
    const printed = meta.patentNumber ?? meta.earliestPublicationNumber;
    const name = printed === undefined ? null : documentName(printed.startsWith("US") ? printed : `US${printed}`);
    if (!name) return [];
    return [
      {
        document: name.document,
        set: "microchip",
        symbols: symbolsOf("cpc", (meta.cpcClassificationBag ?? []).join("|"), "|"),
        text: meta.inventionTitle,
      },
    ];
  });
}

async function uspto(): Promise<PatentDocument[]> {
  return (await rowsOf(files.uspto)).map((row) => ({
    document: documentKey("US", row.text("doc_number")) ?? "",
    set: "uspto",
    symbols: [
      ...symbolsOf("cpc", row.text("cpc_inventive"), ";"),
      ...symbolsOf("cpc", row.text("cpc_additional"), ";"),
      ...symbolsOf("ipc", row.text("ipc"), ";"),
    ],
    text: row.text("title"),
  }));
}

async function nvidia(): Promise<PatentDocument[]> {
  const classes = new Map<string, string[]>();
  for (const row of await rowsOf(files.classes)) {
    const list = classes.get(row.text("patent_id")) ?? [];
    list.push(row.text("cpc_group"));
    classes.set(row.text("patent_id"), list);
  }
  const abstracts = new Map((await rowsOf(files.abstracts)).map((row) => [row.text("patent_id"), row.text("patent_abstract")]));
  return (await rowsOf(files.titles)).map((row) => ({
    document: documentKey("US", row.text("patent_id")) ?? "",
    set: "nvidia",
    symbols: (classes.get(row.text("patent_id")) ?? []).map((symbol) => ({ scheme: "cpc", symbol })),
    title: row.text("patent_title"),
    text: `${row.text("patent_title")} ${abstracts.get(row.text("patent_id")) ?? ""}`,
  }));
}

async function hbm(): Promise<PatentDocument[]> {
  return (await rowsOf(files.hbm)).flatMap((row) => {
    const name = documentName(row.text("publication_numbers").split("|")[0] ?? "");
    if (!name) return [];
    const text = `${row.text("title")} ${row.text("abstract")}`;
    return [{ document: name.document, set: "hbm", symbols: symbolsOf("cpc", row.text("cpc_codes"), "|"), title: row.text("title"), text }];
  });
}

async function kipo(): Promise<PatentDocument[]> {
  return (await rowsOf(files.kipo)).map((row) => ({
    document: documentKey("KR", row.text("publication_number")) ?? "",
    set: "kipo",
    symbols: symbolsOf("ipc", row.text("ipc"), "|"),
    text: row.text("title_ko"),
  }));
}

export const symbolsOf = (scheme: string, cell: string, separator: string) =>
  cell
    .split(separator)
    .map((each) => each.replace(/\s/g, ""))
    .filter((each) => each !== "")
    .map((symbol) => ({ scheme, symbol }));

async function rowsOf(name: string): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(realData(name).path, [], quietEffects)) if (!("kind" in row)) rows.push(row);
  return rows;
}
