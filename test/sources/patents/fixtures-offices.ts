import { readFileSync } from "node:fs";

const invented: Readonly<Record<string, readonly string[]>> = {
  docdb: ["epo/docdb.xml"],
  ops: ["epo/ops-biblio.xml", "epo/ops-claims.xml", "epo/ops-legal.xml", "epo/ops-search.xml"],
  uspto: [
    "uspto/grant-v45.xml",
    "uspto/grant-v40.xml",
    "uspto/application-v44.xml",
    "uspto/application-v15.xml",
    "uspto/patdoc-v25.xml",
    "uspto/patdoc-v24.sgml",
    "uspto/greenbook.txt",
  ],
  cnipa: ["cnipa/old.xml", "cnipa/new.xml"],
  jpo: ["jpo/gazette.xml"],
  cpc: ["cpc/scheme.xml", "cpc/master.xml", "cpc/titles.txt", "cpc/ipc-list.txt", "cpc/ipc-table.csv"],
  names: ["names/gleif.csv", "names/entities.ftm.jsonl"],
  wikidata: ["names/wikidata.json"],
};

/** The invented files of `test/fixtures` of offices and registers, each by itself. */
export const officeFixtures = Object.entries(invented).flatMap(([source, paths]) =>
  paths.map((path) => ({
    source,
    files: { [path.replace(/^.*\//, "")]: readFileSync(new URL(`../../fixtures/${path}`, import.meta.url)) },
  })),
);
