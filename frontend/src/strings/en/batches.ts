import { count } from "@/lib/format";

/** Jobs that are written in batches. */
export const batches = {
  label: "In batches, at half price",
  off: (cost: string, hours: number) =>
    `About ${cost} in place of the price above. The drafts come within ${hours} hours, a file at a time.`,
  on: (hours: number) =>
    `The drafts come within ${hours} hours. The most that they may cost is set aside under your caps until then. That can be far more than the price above.`,
  onlyAll: "A sample is written at once. Choose all to write in batches.",
  waits: (done: number, files: number, answered: number, requests: number) =>
    `Waits for a batch: ${count(done)} of ${count(files)} ${files === 1 ? "file" : "files"} done, ${count(answered)} of ${count(requests)} answered`,
  latest: (at: string) => `, at the latest by ${at}.`,
  end: ".",
  setAside: (usd: string) => `, ${usd} set aside for batches`,
  inList: "waits for a batch",
  cancelText:
    "Galley asks the endpoint to cancel the batch. Drafts that it finishes before then are kept and charged; the other items stay as they are.",
  stopping:
    "The batch is being cancelled. Drafts that are finished before then are kept and charged.",
  writeNow: "Write the rest now, at full price",
  goOn: "Go on in batches",
};
