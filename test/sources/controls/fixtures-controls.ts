const entry = {
  eccn: "3B001",
  heading: "Mills",
  reasonForControl: "NS, AT",
  countryChart: [{ control: "NS applies to 3B001.a", countryChart: "NS Column 2." }],
  licenceExceptionFlags: { LVS: "$500" },
  relatedControls: null,
  items: [
    { paragraph: "a", kind: "item", depth: 1, text: "Mills" },
    { paragraph: null, kind: "text", depth: 0, text: "a.1 Wind mills" },
  ],
};
const supplement = (rows: string): string =>
  `<?xml version="1.0"?>\n<DIV9 N="Supplement No. 4 to Part 744"><TABLE>\n<TR><TH>Country</TH></TR>\n${rows}\n</TABLE></DIV9>\n`;
const cells = (...texts: readonly string[]): string => `<TR>${texts.map((text) => `<TD>${text}</TD>`).join("")}</TR>`;
const listed = (list: string, over: object): string =>
  JSON.stringify(
    {
      list_id: list,
      source_file: "a.csv",
      extracted: "2026-07-09",
      entities: [1, 2, 3].map((number) => ({
        name: `Nord ${number} Ltd`,
        aliases: [`Nord ${number} (a.k.a., Sund`],
        country: "China",
        address: null,
        status: null,
        effective_date: "2020-01-02",
        federal_register: "85 FR 83420, 12/22/20",
        notes: "Type of denial: Standard; Expires: 2028-07-24",
        ...over,
      })),
    },
    null,
    1,
  );

/** Small files of every layout of lists, items and rules. */
export const controlsFixtures: readonly { readonly source: string; readonly files: Readonly<Record<string, string>> }[] = [
  {
    source: "csl",
    files: {
      "list.csv":
        'source,type,name,addresses,federal_register_notice,start_date,alt_names\nEntity List (EL) - Bureau of Industry and Security,,Nord Ltd,"1 Road, CN; HK",85 FR 83420,2020-12-18,NCC; N\nA list (X),Individual,Bo NORD,NO,,,\n',
      "list.json": JSON.stringify(
        { results: [{ id: "1", source: "A list (X)", name: "Nord", alt_names: ["N"], addresses: [{ country: "NO" }] }] },
        null,
        1,
      ),
    },
  },
  {
    source: "entity-list",
    files: {
      "list.json": listed("bis-entity-list", { notes: "All items (See § 744.11 of the EAR) 5" }),
      "list.xml": supplement(
        [
          cells(
            "CHINA",
            "Nord Ltd, <I>a.k.a.,</I> the following one alias: —Sund. 1 Road, China.",
            "All <sup>5</sup>",
            "Denial",
            "85 FR 83420, 12/22/20.",
          ),
          cells("", "Vest Ltd, No. 2 Road, China.", "All", "Denial", "84 FR 1, 1/2/19."),
        ].join("\n"),
      ),
    },
  },
  {
    source: "party-list",
    files: { "dpl.json": listed("bis-dpl", {}), "cmic.json": listed("ofac-nscmic", { notes: "Listing Date (CMIC): 03 Jun 2021" }) },
  },
  {
    source: "party-list",
    files: {
      "editions.csv":
        "Name,Clean Name,Alias,Previous Name,Parent Name,Note,Start date,End date,Source Url\nNord (N),Nord,N,,Sund,,2021-06-03,,\nVest,Vest,,Ost,,,2022-10-05,2024-01-31,\n",
      "mofcom.csv":
        "Type,QID,Name,Alias,Chinese name,Country,Topics,Summary,Chinese summary,Body,List,Date,End date,Source URL,Address\nCompany,,Nord Inc.,N;O,北方公司,US,x,,,Ministry of Commerce,UEL,16.02.23,,https://a.example,\nPerson,,Bo,,,US,x,,,Ministry of Foreign Affairs,,02.12.2019,,,\n",
      "registry.json": JSON.stringify(
        [1, 2].map((number) => ({
          entity_name: number === 1 ? "Nord (北方)" : "",
          aliases: ["N"],
          addresses: ["People's Republic of China Nord"],
          date_added: null,
          last_verified: "2026-07-20",
          list_id: "jp-end-user-list",
          reason: "M",
          source_list_name: "x",
          id: `jp-${number}`,
        })),
        null,
        1,
      ),
    },
  },
  {
    source: "owners",
    files: {
      "owners.csv":
        "owned,owner,owner_kind,owned_country,share,from,to\nNord Ltd,Sund,company,NO,51.5 %,2020-01-02,\nNord Ltd,Ola,person,NO,25-30,,2024-05-06\n",
      "rr.csv":
        "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,Relationship.Period.1.startDate,Relationship.Period.1.periodType\nLEI1,LEI2,IS_DIRECTLY_CONSOLIDATED_BY,2012-11-29T00:00:00Z,RELATIONSHIP_PERIOD\n",
    },
  },
  {
    source: "ccl",
    files: {
      "ccl.json": JSON.stringify(
        { citation: "Part 774", ecfrIssueDate: "2026-07-23", entries: [entry, { ...entry, eccn: "3B002" }] },
        null,
        1,
      ),
      "chart.json": JSON.stringify(
        {
          citation: "Part 738",
          ecfrIssueDate: "2026-07-23",
          countries: { China: { marks: ["NS 2"], footnotes: [6] } },
          embargoed: { Cuba: { pointer: "See part 746.", footnotes: [] } },
          footnotes: { "6": "See § 746.8." },
        },
        null,
        1,
      ),
    },
  },
  {
    source: "rules",
    files: {
      "rules.csv":
        "document_number,publication_date,fr_citation,type,title\n2020-28031,2020-12-22,85 FR 83416,Rule,Entity List\n2020-2,2020-12-23,,Notice,Other\n",
      "rules.jsonl":
        '{"title":"Entity List","document_number":"2020-3","published":"2020-12-22","url":"https://a.example"}\n{"title":"Other","document_number":"2020-4","published":"2021-01-02","url":""}\n',
      "act.yaml": "id: us/act\nissued_by_state_id: us\naction_type: export-control\ndate: 2020-12-18\nofficial_url: https://a.example\n",
    },
  },
];
