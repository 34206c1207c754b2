/**
 * What codes of legal events (EPO, INPADOC list of event codes) mean, by office. Only those that bear on who holds a right and whether it
 * lives; all others are `other` and keep their code.
 */
const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  EP: {
    GRAA: "granted",
    PGFP: "fee-paid",
    PG25: "lapsed",
    PGRI: "reinstated",
    GBPC: "lapsed",
    BERE: "lapsed",
    "18D": "withdrawn",
    "18W": "withdrawn",
    "18R": "refused",
    "27W": "revoked",
    "26": "opposed",
    PLBI: "opposed",
    RAP1: "transferred",
    RAP2: "transferred",
    RAP4: "transferred",
  },
  US: {
    STCF: "granted",
    FPAY: "fee-paid",
    MAFP: "fee-paid",
    FP: "lapsed",
    LAPS: "lapsed",
    STCH: "lapsed",
    PRDP: "reinstated",
    STCB: "withdrawn",
    AS: "transferred",
  },
  CN: {
    GR01: "granted",
    C14: "granted",
    CF01: "lapsed",
    C19: "lapsed",
    CX01: "expired",
    RJ01: "refused",
    C12: "refused",
    WD01: "withdrawn",
    C02: "withdrawn",
    WW01: "withdrawn",
    C04: "withdrawn",
    TA01: "transferred",
    TR01: "transferred",
    C41: "transferred",
    EE01: "licensed",
    IW01: "revoked",
  },
  JP: {
    R150: "granted",
    R250: "fee-paid",
    LAPS: "lapsed",
    EXPY: "expired",
    A02: "refused",
    R350: "transferred",
  },
  KR: {
    GRNT: "granted",
    E701: "granted",
    FPAY: "fee-paid",
    LAPS: "lapsed",
    EXPY: "expired",
    E601: "refused",
    WITN: "withdrawn",
    WITB: "withdrawn",
  },
  DE: {
    R018: "granted",
    R020: "granted",
    "8339": "lapsed",
    R119: "lapsed",
    R071: "expired",
    "8131": "refused",
    R003: "refused",
    "8130": "withdrawn",
    "8330": "revoked",
    R037: "revoked",
    R026: "opposed",
    "8327": "transferred",
    R081: "transferred",
  },
  FR: { PLFP: "fee-paid", ST: "lapsed", TP: "transferred" },
  GB: { PCNP: "lapsed", PE20: "expired", "732": "transferred", "732E": "transferred" },
};

/** The kind of `patent_event` that a code of an office stands for; `other` where the table does not know it. */
export function legalKind(office: string, code: string): string {
  const codes = Object.hasOwn(kinds, office) ? kinds[office] : undefined;
  return (codes && Object.hasOwn(codes, code) ? codes[code] : undefined) ?? "other";
}
