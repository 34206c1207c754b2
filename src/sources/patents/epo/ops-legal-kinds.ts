/**
 * What codes of legal events (EPO, INPADOC list of event codes) mean, by office: kinds and their codes. Only those that bear on who holds a
 * right and whether it lives; all others are `other` and keep their code.
 */
const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  EP: {
    granted: "GRAA",
    "fee-paid": "PGFP",
    lapsed: "PG25 GBPC BERE",
    reinstated: "PGRI",
    withdrawn: "18D 18W",
    refused: "18R",
    revoked: "27W",
    opposed: "26 PLBI",
    transferred: "RAP1 RAP2 RAP4",
  },
  US: { granted: "STCF", "fee-paid": "FPAY MAFP", lapsed: "FP LAPS STCH", reinstated: "PRDP", withdrawn: "STCB", transferred: "AS" },
  CN: {
    granted: "GR01 C14",
    lapsed: "CF01 C19",
    expired: "CX01",
    refused: "RJ01 C12",
    withdrawn: "WD01 C02 WW01 C04",
    transferred: "TA01 TR01 C41",
    licensed: "EE01",
    revoked: "IW01",
  },
  JP: { granted: "R150", "fee-paid": "R250", lapsed: "LAPS", expired: "EXPY", refused: "A02", transferred: "R350" },
  KR: { granted: "GRNT E701", "fee-paid": "FPAY", lapsed: "LAPS", expired: "EXPY", refused: "E601", withdrawn: "WITN WITB" },
  DE: {
    granted: "R018 R020",
    lapsed: "8339 R119",
    expired: "R071",
    refused: "8131 R003",
    withdrawn: "8130",
    revoked: "8330 R037",
    opposed: "R026",
    transferred: "8327 R081",
  },
  FR: { "fee-paid": "PLFP", lapsed: "ST", transferred: "TP" },
  GB: { lapsed: "PCNP", expired: "PE20", transferred: "732 732E" },
};

const kindOfCode: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([office, codes]) =>
    Object.entries(codes).flatMap(([kind, listed]) => listed.split(" ").map((code) => [`${office} ${code}`, kind] as const)),
  ),
);

/** The kind of `patent_event` that a code of an office stands for; `other` where the table does not know it. */
export const legalKind = (office: string, code: string): string => kindOfCode.get(`${office} ${code}`) ?? "other";
