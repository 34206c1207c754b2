/** What the kind code of a publication (WIPO ST.16) says by itself. */
interface KindMeaning {
  readonly granted: 1 | 0 | null;
  readonly type: string | null;
}

const unknown: KindMeaning = { granted: null, type: null };

/** Offices whose `B` publications are grants and whose `A` publications are applications. */
const grantedAsB = new Set(["CN", "EA", "EP", "IN", "JP", "KR", "RU", "TW"]);
/** `A` of the USPTO was a grant until pre-grant publications began. */
const firstPreGrant = "2001";
/** Until then `B` was an examined application, published before the grant. */
const examinedUntil: Readonly<Record<string, string>> = { DE: "1981", JP: "1996-05", KR: "1997-07", CN: "1993" };

/** Whether a publication is a grant, and of what; unknown where the kind does not tell (examined applications, old series). */
export function kindMeaning(office: string, kind: string | null, published: string | null): KindMeaning {
  if (kind === null || kind === "") return unknown;
  if (office === "US") return usKind(kind, published);
  const letter = kind.charAt(0);
  if (letter === "S") return { granted: null, type: "design" };
  if (letter === "U" || letter === "Y") return { granted: null, type: "utility-model" };
  if (!"ABC".includes(letter)) return unknown;
  return { granted: inventionGranted(office, letter, published), type: "utility" };
}

function inventionGranted(office: string, letter: string, published: string | null): 1 | 0 | null {
  if (office === "WO") return 0;
  if (office !== "DE" && !grantedAsB.has(office)) return null;
  if (letter !== "B") return letter === "A" ? 0 : 1;
  const until = examinedUntil[office];
  return until === undefined ? 1 : published === null ? null : published < until ? 0 : 1;
}

function usKind(kind: string, published: string | null): KindMeaning {
  const letter = kind.charAt(0);
  if (kind === "A") return { granted: published === null ? null : published < firstPreGrant ? 1 : 0, type: "utility" };
  if (letter === "A") return { granted: 0, type: "utility" };
  if (letter === "B") return { granted: 1, type: "utility" };
  if (letter === "S") return { granted: 1, type: "design" };
  if (letter === "E") return { granted: 1, type: "reissue" };
  if (letter === "H") return { granted: 0, type: "statutory" };
  if (letter === "P") return { granted: /^P[149]$/.test(kind) ? 0 : 1, type: "plant" };
  return unknown;
}
