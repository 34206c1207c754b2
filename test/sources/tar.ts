import { type Headers, pack } from "tar-stream";

export type Members = Readonly<Record<string, string | Buffer>>;

/** The bytes of a tar with these members, and more that hold nothing. */
export async function tarOf(members: Members, more: readonly Headers[] = []): Promise<Buffer> {
  const tar = pack();
  for (const [name, held] of Object.entries(members)) tar.entry({ name }, held);
  for (const header of more) tar.entry(header);
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
