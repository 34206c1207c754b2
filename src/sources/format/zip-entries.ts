import type { Readable } from "node:stream";
import type { ZipFile } from "yauzl";
import yauzl from "yauzl";
import { LevermapError } from "../../base/errors.ts";
import { BrokenArchive, faultOf, withEnd } from "./broken-archive.ts";
import type { Entry } from "./entry.ts";
import type { Stream } from "./records.ts";
import { cutZipMembers } from "./zip-cut.ts";
import { brokenEntry, memberEntry, type ZipMember } from "./zip-member.ts";

const mostEntries = 10_000;
const withoutDirectory = /end of central directory record signature not found/i;

/** The entries of a zip; `report` gets the packed bytes of those passed. Of one cut off before its directory, those that can be found. */
export async function* zipEntries(file: string, signal: AbortSignal, report: (done: number) => void): Stream<Entry> {
  const zip = await openZip(file);
  const members = zip === null ? cutZipMembers(file) : directory(zip);
  let [count, done] = [0, 0];
  // The break of the last entry of a zip that was cut off is told already.
  let broken = false;
  const noting = ({ name, chunks }: Entry): Entry => ({
    name,
    async *chunks() {
      for await (const chunk of withEnd(chunks())) {
        broken = chunk instanceof BrokenArchive;
        if (chunk instanceof BrokenArchive) throw chunk;
        if (chunk !== null) yield chunk;
      }
    },
  });
  try {
    for await (const member of members) {
      signal.throwIfAborted();
      if (++count > mostEntries) throw new LevermapError("LM_FILE_UNREADABLE", `${file} has more than ${mostEntries} entries.`, { file });
      if (typeof member === "string") {
        if (!broken) yield brokenEntry(file, member);
      } else if (!member.path.endsWith("/")) yield noting(memberEntry(file, member, signal));
      done += typeof member === "string" ? 0 : member.packedSize;
      report(done);
    }
  } finally {
    zip?.close();
  }
}

/** `null` for a zip without the directory that stands at its end. */
const openZip = (file: string): Promise<ZipFile | null> =>
  new Promise((resolve, refuse) => {
    // Names are looked at one by one, so that an unsafe one costs no other.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
    yauzl.open(file, options, (fault, zip) => {
      if (!fault) resolve(zip);
      else if (withoutDirectory.test(fault.message)) resolve(null);
      else refuse(new LevermapError("LM_FILE_UNREADABLE", `${file}: ${fault.message}`, { file }));
    });
  });

/** The members in the order of the directory; where it is broken, what is wrong with it. */
async function* directory(zip: ZipFile): Stream<ZipMember | string> {
  for (let count = 0; count < zip.entryCount; count++) {
    const found = await nextEntry(zip);
    if (found === null) return;
    yield typeof found === "string" ? found : memberOf(zip, found);
    if (typeof found === "string") return;
  }
}

const nextEntry = (zip: ZipFile): Promise<yauzl.Entry | string | null> =>
  new Promise((resolve) => {
    const settle = (found: yauzl.Entry | string | null): void => {
      zip.removeAllListeners();
      resolve(found);
    };
    zip.once("entry", (found: yauzl.Entry) => settle(found));
    zip.once("end", () => settle(null));
    zip.once("error", (fault: Error) => settle(faultOf(fault)));
    zip.readEntry();
  });

const memberOf = (zip: ZipFile, entry: yauzl.Entry): ZipMember => ({
  path: yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false),
  encrypted: entry.isEncrypted(),
  method: entry.compressionMethod,
  packedSize: entry.compressedSize,
  size: entry.uncompressedSize,
  crc: entry.crc32,
  open: () =>
    new Promise<Readable>((resolve, refuse) => {
      zip.openReadStream(entry, { decodeFileData: false }, (fault, bytes) => (fault ? refuse(fault) : resolve(bytes)));
    }),
});
