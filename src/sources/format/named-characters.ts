import { characterEntities } from "character-entities";

/** Letters of the Greek sets of ISO 8879, which HTML left out. */
const greek = `
Aacgr Ά Agr Α Bgr Β Dgr Δ EEacgr Ή EEgr Η Eacgr Έ Egr Ε Ggr Γ Iacgr Ί Idigr Ϊ Igr Ι KHgr Χ Kgr Κ Lgr Λ Mgr Μ Ngr Ν OHacgr Ώ OHgr Ω Oacgr Ό
Ogr Ο PHgr Φ PSgr Ψ Pgr Π Rgr Ρ Sgr Σ THgr Θ Tgr Τ Uacgr Ύ Udigr Ϋ Ugr Υ Xgr Ξ Zgr Ζ aacgr ά agr α bgr β dgr δ eacgr έ eeacgr ή eegr η
egr ε ggr γ iacgr ί idiagr ΐ idigr ϊ igr ι kgr κ khgr χ lgr λ mgr μ ngr ν oacgr ό ogr ο ohacgr ώ ohgr ω pgr π phgr φ psgr ψ rgr ρ sfgr ς
sgr σ tgr τ thgr θ uacgr ύ udiagr ΰ udigr ϋ ugr υ xgr ξ zgr ζ
`;

/** Characters by the names that records use: those of HTML, which took them from the public sets of ISO 8879 and ISO 9573-13, and Greek letters. */
export const namedCharacters: Readonly<Record<string, string>> = {
  ...characterEntities,
  ...Object.fromEntries([...greek.matchAll(/(\S+) (\S+)/g)].map(([, name, letter]) => [name, letter])),
};
