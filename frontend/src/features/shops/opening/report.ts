import type { ProductFile } from "@/contract";
import { t } from "@/strings";

const words = t.opening;

/** The report as text, with a tab between its columns: it can be pasted into a letter or a spreadsheet. */
export function reportText(file: ProductFile): string {
  const { cells, rows, products, entries, more } = file.left_out;
  const left = words.left(cells, rows, products);
  const head = left ? `${words.leftOut}: ${left}.` : words.nothingLeft;
  const lines = (entries ?? []).map(({ lines, column, cell, why, kind }) =>
    [lines, column, cell, why, words.kinds[kind]].join("\t"),
  );
  const names = [words.lineHead, words.column, words.inFile, words.why, ""].join("\t").trimEnd();
  return [file.name, head, names, ...lines, ...(more > 0 ? [words.more(more)] : []), ""].join("\n");
}
