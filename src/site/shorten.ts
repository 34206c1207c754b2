/** The first sentence or sentences of a finding, of at most so many words; the whole first sentence, however long it is. */
export function leadOf(text: string, most = 40): string {
  const sentences = text.split(/(?<=[.!?])(?<!\bNo\.)\s+(?=[A-Z0-9"])/);
  let lead = sentences[0] ?? "";
  for (const sentence of sentences.slice(1)) {
    if (words(lead) + words(sentence) > most) break;
    lead += ` ${sentence}`;
  }
  return lead;
}

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;
