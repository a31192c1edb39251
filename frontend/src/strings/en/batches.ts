import { count } from "@/lib/format";

/** Jobs that are written in batches. */
export const batches = {
  label: "In batches, at half price",
  off: (cost: string, hours: number) =>
    `About ${cost} in place of the price above. The drafts come within ${hours} hours, a file at a time.`,
  on: (hours: number) =>
    `The drafts come within ${hours} hours. The most that they may cost is set aside under your caps until then: a few times the price above.`,
  onlyAll: "A sample is written at once. Choose all to write in batches.",
  waits: (done: number, files: number, answered: number, requests: number) =>
    `Waits for a batch: ${count(done)} of ${count(files)} ${files === 1 ? "file" : "files"} done, ${count(answered)} of ${count(requests)} answered`,
  latest: (at: string) => `, at the latest by ${at}.`,
  end: ".",
  setAside: (usd: string) => `, ${usd} set aside for batches`,
  inList: "waits for a batch",
  cancelText:
    "The endpoint is told to cancel the batch. What it has answered by then is kept and paid.",
  stopping: "The batch is being cancelled. What is answered by then is kept and paid.",
  writeNow: "Write the rest now, at full price",
  goOn: "Go on in batches",
};
