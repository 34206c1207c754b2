/** Small files of the patent sources that are tables or JSON, with invented values. */

const usptoHeader =
  "guid,doc_number,kind,source,publication_date,filing_date,application_number,docdb_family_id,title,assignees,applicants,inventors_short,inventor_countries,cpc_inventive,cpc_additional,ipc,uspc,priority_dates,n_us_refs,is_semiconductor_cpc\n";
export const usptoPatents = `${usptoHeader}US-6000001-A,6000001,A,USPAT,1999-12-07,1998-01-02,09/000001,111,Splitting  a layer,One Co|Two Co,,"Doe; Jane et al.",,H01L21/762;B33Y0080/00,Y10S438/977,H01L21/70,438/458,1997-05-02;1996-05-01,2,1
US-20200000007-A1,20200000007,A1,US-PGPUB,2020-01-02,2019-01-02,16/000007,112,Gate,,Three Co,"Roe; Jim",KR,H10D30/00,,H10D30/00,,,0,1
US-RE28436-E,RE28436,E,USOCR,1975-06-03,,,,Old,,,,,,,,,,1,0
`;
export const usptoReferences = `citing_guid,citing_doc_number,sequence,cited_us_number,cited_type,citing_is_semiconductor
US-6000001-A,6000001,0,5093563,grant,1
US-6000001-A,6000001,1,2003/0076485,application,1
US-RE28436-E,RE28436,0,D897193,grant,0
`;

export const googleGrant = {
  publication_number: "US-7000001-B1",
  application_number: "US-57839609-A",
  country_code: "US",
  kind_code: "B1",
  family_id: "42",
  title_localized: [{ text: "Split &amp; bond", language: "en", truncated: false }],
  abstract_localized: [{ text: "A layer\nis split.", language: "en", truncated: false }],
  claims_localized: [{ text: "What is claimed is: 1. A method of splitting. 2. The method of claim 1.", language: "en", truncated: false }],
  publication_date: "20060214",
  filing_date: "20000403",
  grant_date: "20060214",
  priority_date: "19990501",
  priority_claim: [{ application_number: "US-13218399-P", filing_date: "19990501" }],
  inventor: ["DOE JANE"],
  inventor_harmonized: [{ name: "DOE  JANE", country_code: "US" }],
  assignee: ["One"],
  assignee_harmonized: [
    { name: "ONE CORP", country_code: "US" },
    { name: "ZWEI GMBH", country_code: "DE" },
  ],
  cpc: [
    { code: "H01L21/76254", inventive: true, first: true, tree: [] },
    { code: "Y10S438/977", inventive: false, first: false, tree: [] },
  ],
  ipc: [{ code: "H01L21/46", inventive: false, first: false, tree: [] }],
  uspc: [{ code: "438/458", inventive: false, first: false, tree: [] }],
  citation: [
    { publication_number: "US-6103599-A", npl_text: "", type: "", category: "SEA", filing_date: "0" },
    { publication_number: "EP-0533551-A1", npl_text: "", type: "X;Y", category: "APP", filing_date: "0" },
    { publication_number: "", npl_text: "A paper, 1999", type: "A", category: "EXA", filing_date: "0" },
  ],
};
export const googleApplication = {
  publication_number: "KR-20190085654-A",
  country_code: "KR",
  family_id: "-1",
  title_localized: [
    { text: "기판", language: "ko" },
    { text: "Substrate", language: "en" },
  ],
  publication_date: 20190719,
  filing_date: 20180101,
  grant_date: 0,
  assignee_harmonized: [],
  citation: [],
};
export const googleLines = `${JSON.stringify(googleGrant)}\n${JSON.stringify(googleApplication)}\n`;

export const kipoRefusal = {
  target_patent: {
    application_number: "1020207000001",
    biblio: { unex_pub_number: "10-2020-0000009", unex_pub_date: "2020.03.04" },
    legal_status: {
      events: [
        { date: "2020.01.02", code: "[특허출원]특허출원서" },
        { date: "2021.05.06", code: "거절결정서" },
        { date: "2021.09.08", code: "[출원인변경]권리관계변경신고서" },
      ],
    },
  },
  ground_truth_examiner: ["KR100571104 B1", "JP62007130 A", "KR100571104 B1", "A. Author, A journal, 1999"],
  ground_truth_all: ["KR100571104 B1", "JP62007130 A", "US20030076485 A1", "A. Author, A journal, 1999"],
  meta: { ground_truth_evidence_v2: [{ cited_id: "KR-G-571104", target_claims: ["1", "3"], legal_basis: "§29②" }] },
};
export const kipoCitations =
  'application_number,cited_raw,cited_by_examiner\n1020207000001,KR100571104 B1,1\n1020207000001,"A paper, 1999",0\nnone,US1 A,1\n';

export const cases = `case_id,plaintiff,defendant,forum,jurisdiction,technology,filed,decided,outcome,amount_usd_m,years,source_url,note
one_two,One,Two; Three,ITC 337-TA-1,US;UK,slurry (US 9499721),2020-06-01,2021-12,"exclusion order, cease and desist",1.5,1.5,https://example.org/a,n
three_four,Three,Four,none,KR,bonding,,2025-02,licence,,,https://example.org/b,
five_six,Five (petitioner),Six (owner),PTAB IPR2025-00001,US,FinFET (CN 201110240931.5),,,pending,,,https://example.org/c,
seven,Seven,Eight,Shanghai High Court,CN,etch (trade secret),2010,2023-06-30,injunction,,,https://example.org/d,
nine,Nine,Ten,"court",TW,carrier (TW I317967),soon,,x,,,https://example.org/e,
`;
export const notices = `fr_doc,published,stage,semiconductor,title,inv_no,complaint_filed,complainant,patents,n_patents,summary,url
2020-1,2020-01-15,instituted,wide,Certain Mills and Parts Thereof; Institution of Investigation,,"December 1, 2019",One Co,"7,000,001;D700,002",2,s,https://example.org/1
2021-1,2021-02-15,instituted,wide,Certain Mills and Parts Thereof Institution of Investigation,,"January 1, 2021",Two Co,"7,000,003",1,s,https://example.org/2
2021-5,2021-05-15,final_violation,strict,"Certain Mills and Parts Thereof; Commission Decision Finding a Violation of Section 337; Issuance of a Limited Exclusion Order and Cease and Desist Order",,,,,0,s,https://example.org/3
2022-5,2022-05-15,final_no_violation,,Certain Mills and Parts Thereof; Notice of a Determination Finding No Violation,,,,,0,s,https://example.org/4
2022-6,2022-06-15,final_no_violation,,Certain Sieves; Notice of a Determination Finding No Violation,,,,,0,s,https://example.org/5
2022-7,2022-07-15,id_public_interest,,Certain Sieves; Request for Statements,,,,,0,s,https://example.org/6
2022-8,2022-08-15,instituted,,Certain Nuts; Institution,,"Juvember 1, 2021",Nut Co,"7,000,009",1,s,https://example.org/7
`;
export const assignments = `reel,frame,conveyance,conveyance_code,execution_date,assignors,assignees,n_properties,application,patent,filed,issued,title
1,2,ASSIGNMENT OF ASSIGNOR'S INTEREST,23,01/30/2018,"DOE,  JANE","ONE, INC.",1,16000001,7000001,,,MILL
1,3,CHANGE OF NAME,33,06/01/2021,ONE INC,TWO INC,1,16000001,D700002,,,MILL
1,4,SECURITY AGREEMENT,,,ONE INC,BANK,1,16000001,7000001,,,MILL
1,5,MERGER,,02/01/2021,ONE INC,TWO INC,1,16000002,,,,MILL
`;
export const proceedings = {
  recordTotalQuantity: 3,
  results: [
    {
      proceedingNumber: "IPR2020-00001",
      subproceedingTypeCategory: "IPR",
      proceedingFilingDate: "01-02-2020",
      decisionDate: "07-09-2021",
      proceedingStatusCategory: "Final Written Decision",
      petitionerPartyName: "One Co",
      respondentPartyName: "Two Co",
      respondentPatentNumber: "7000001",
    },
    { proceedingNumber: "IPR2020-00002", proceedingStatusCategory: "Terminated-Settled", respondentPatentNumber: "RE40000" },
    { proceedingNumber: "IPR2020-00003", proceedingStatusCategory: "Terminated", subdecisionTypeCategory: "Institution Denied" },
    { proceedingNumber: "IPR2020-00004", respondentPatentNumber: "see notice" },
  ],
};
export const portal = {
  count: 1,
  patentTrialProceedingDataBag: [
    {
      trialNumber: "PGR2025-00001",
      trialMetaData: { petitionFilingDate: "2025-01-02", trialStatusCategory: "Trial Instituted", trialTypeCode: "PGR" },
      patentOwnerData: { patentNumber: "12000001", patentOwnerName: "Owner" },
      regularPetitionerData: { realPartyInInterestName: "Petitioner" },
    },
  ],
};

const lens = `#,Jurisdiction,Kind,Publication Number,Lens ID,Publication Date,Application Number,Application Date,Priority Numbers,Earliest Priority Date,Title,Applicants,Inventors,Owners (US),Type,Cites Patent Count,CPC Classifications,IPCR Classifications,US Classifications
1,US,B2,US 7000001 B2,1-2-3,2006-02-14,US 57839600 A,2000-04-03,US 13218399 P 19990501,1999-05-01,A mill,ONE INC;;TWO INC,DOE JANE,ONE INC (2007-09-26),Granted Patent,3,B02C17/00,B02C17/00;;B02C4/28,241/24
2,EP,A1,EP 1000000 A1,1-2-4,2000-05-17,EP 99203729 A,1999-11-08,,1998-11-09,A sieve,,,,Patent Application,0,,,
`;

/** By the name of the source, for the tests that spoil them. */
export const patentTableFixtures: readonly { readonly source: string; readonly files: Readonly<Record<string, string>> }[] = [
  { source: "uspto-citations", files: { "patents.csv": usptoPatents, "citations.csv": usptoReferences } },
  { source: "google-patents", files: { "rows.jsonl": googleLines } },
  { source: "google-patents", files: { "rows.json": JSON.stringify([googleGrant, googleApplication], null, 1) } },
  { source: "patent-table", files: { "lens.csv": lens } },
  { source: "kipo", files: { "refusals.jsonl": `${JSON.stringify(kipoRefusal)}\n${JSON.stringify(kipoRefusal)}\n` } },
  { source: "kipo", files: { "citations.csv": kipoCitations } },
  { source: "litigation", files: { "cases.csv": cases, "notices.csv": notices, "assignments.csv": assignments } },
  { source: "litigation", files: { "ptab.json": JSON.stringify(proceedings, null, 1) } },
];
