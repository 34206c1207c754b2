import { characterEntities } from "character-entities";
import { SaxesParser } from "saxes";
import { OwnEntities } from "./own-entities.ts";
import { fail } from "./records.ts";
import { XmlElement } from "./xml-element.ts";

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

const deepest = 200;
const mostElements = 2_000_000;
const mostAttributes = 200;
const longestAttribute = 65_536;
/** A name of an entity; what else stands between `&` and `;` is not well formed. */
const entityName = /^[A-Za-z_][\w.-]{0,63}$/;

/** Names of entities that no set has, by how often they were met. */
export type UnknownEntities = Map<string, number>;

/** Distinct names that are kept of one file. */
const mostNames = 100;

/**
 * Reads one XML document into its root element. No outside entity or document type is ever opened: an entity that no public set has stays as
 * it is printed (`&name;`), and is counted in `unknown`; one that the document declares as plain text is that text. Throws BadRow, with the path of
 * the element where reading ended, for what is not well formed, an entity that the document declares as anything else, more than 200 levels, 2,000,000 elements, 200 attributes of an element or 65,536
 * characters of an attribute.
 */
export function readElements(xml: string, unknown: UnknownEntities = new Map()): XmlElement {
  const tree = new Tree();
  const parser = new SaxesParser({ position: false, xmlns: false });
  const own = new OwnEntities();
  parser.ENTITIES = new Proxy(parser.ENTITIES, {
    get: (_, name) =>
      Object.hasOwn(namedCharacters, name)
        ? namedCharacters[String(name)]
        : (own.value(String(name)) ?? asPrinted(String(name), tree, unknown)),
  });
  parser.on("doctype", (text) => own.declare(text));
  parser.on("attribute", ({ name, value }) => tree.attribute(name, value));
  parser.on("opentag", ({ name, attributes }) => tree.open(name, attributes));
  parser.on("closetag", () => tree.close());
  parser.on("text", (text) => tree.text(text));
  parser.on("cdata", (text) => tree.text(text));
  parser.on("error", ({ message }) => tree.fail(message.replace(/\.$/, "")));
  parser.write(xml);
  tree.checkEnd();
  parser.close();
  return tree.root ?? fail("there is no element");
}

function asPrinted(name: string, tree: Tree, unknown: UnknownEntities): string {
  if (!entityName.test(name)) tree.fail(`unknown entity &${name.slice(0, 40)};`);
  if (unknown.has(name) || unknown.size < mostNames) unknown.set(name, (unknown.get(name) ?? 0) + 1);
  return `&${name};`;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The tree while it grows. */
class Tree {
  root: XmlElement | null = null;
  readonly #open: { readonly name: string; readonly nodes: (XmlElement | string)[] }[] = [];
  #elements = 0;
  #attributes = 0;

  attribute(name: string, value: string): void {
    this.#attributes += 1;
    if (this.#attributes > mostAttributes) this.fail(`more than ${mostAttributes} attributes`);
    if (name.length + value.length > longestAttribute) this.fail(`an attribute of more than ${longestAttribute} characters`);
  }

  open(printed: string, attributes: Readonly<Record<string, string>>): void {
    const name = localName(printed);
    this.#attributes = 0;
    this.#elements += 1;
    if (this.#elements > mostElements) this.fail(`more than ${mostElements} elements`);
    if (this.#open.length >= deepest) this.fail(`more than ${deepest} levels`);
    const nodes: (XmlElement | string)[] = [];
    const element = new XmlElement(name, attributes, nodes);
    const parent = this.#open.at(-1);
    if (parent) parent.nodes.push(element);
    else this.root ??= element;
    this.#open.push({ name, nodes });
  }

  close(): void {
    this.#open.pop();
  }

  text(text: string): void {
    this.#open.at(-1)?.nodes.push(text);
  }

  checkEnd(): void {
    if (this.#open.length > 0) this.fail("the record ends too early");
  }

  fail(reason: string): never {
    const path = this.#open.map(({ name }) => name).join("/");
    return fail(path === "" ? reason : `${reason} (in ${path.slice(-120)})`);
  }
}
