const noBlocks: ReadonlySet<string> = new Set();

/** An element of a record; names stand without their namespace prefix, attributes as printed. */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts and elements in their order. */
  readonly nodes: readonly (XmlElement | string)[];

  constructor(name: string, attributes: Readonly<Record<string, string>>, nodes: readonly (XmlElement | string)[]) {
    this.name = name;
    this.attributes = attributes;
    this.nodes = nodes;
  }

  get children(): readonly XmlElement[] {
    return this.nodes.filter((node) => typeof node !== "string");
  }

  /** The text of all in it, blanks collapsed and trimmed; `""` if none. Elements named in `blocks` are set off from what precedes. */
  text(blocks: ReadonlySet<string> = noBlocks): string {
    return this.raw(blocks).replace(/\s+/g, " ").trim();
  }

  /** The text as it stands, for values in columns of a fixed width. */
  raw(blocks: ReadonlySet<string> = noBlocks): string {
    let text = "";
    for (const node of this.nodes) {
      if (typeof node === "string") text += node;
      else text += blocks.has(node.name) ? ` ${node.raw(blocks)}` : node.raw(blocks);
    }
    return text;
  }

  /** The first element at a path of names below this one (`document-id/country`), or `undefined`. */
  first(path: string): XmlElement | undefined {
    const slash = path.indexOf("/");
    const step = slash < 0 ? path : path.slice(0, slash);
    for (const node of this.nodes) {
      if (typeof node === "string" || node.name !== step) continue;
      const found = slash < 0 ? node : node.first(path.slice(slash + 1));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** All elements at a path of names below this one, in their order. */
  all(path: string): readonly XmlElement[] {
    const slash = path.indexOf("/");
    const step = slash < 0 ? path : path.slice(0, slash);
    const found = this.children.filter(({ name }) => name === step);
    return slash < 0 ? found : found.flatMap((each) => each.all(path.slice(slash + 1)));
  }

  /** The text at a path; `null` where there is no such element or it is empty. */
  value(path: string): string | null {
    return this.first(path)?.text() || null;
  }

  /** All elements of a name at any depth below this one, in their order. */
  within(name: string): readonly XmlElement[] {
    return this.children.flatMap((child) => (child.name === name ? [child, ...child.within(name)] : child.within(name)));
  }
}
