import { count } from "@/lib/format";

function megabytes(bytes: number): string {
  const tenths = Math.round(bytes / 1e5);
  return `${count(Math.floor(tenths / 10))}.${tenths % 10} MB`;
}

export const dataFile = {
  title: "Data file",
  text: "All shops, jobs and drafts are in one file. What is deleted leaves empty space in it, which is used again.",
  size: (size: number, spare: number) =>
    spare > 0
      ? `The file is ${megabytes(size)}; ${megabytes(spare)} of it is empty.`
      : `The file is ${megabytes(size)}.`,
  how: "Compacting gives the empty space back to the disk and reorders the rest, which makes a large file faster. Nothing is lost if it is interrupted. Other windows can read meanwhile. They cannot save until it is done.",
  compact: "Compact data file",
  working: "Compacting. A file of 1 GB takes about a minute.",
  done: (before: number, now: number) => `${megabytes(before)} before, ${megabytes(now)} now.`,
};
