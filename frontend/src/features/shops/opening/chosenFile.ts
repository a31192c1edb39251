import { chooseFile } from "../chooseFile";

/**
 * The file that was chosen, and the name that its shop is to have, between the page where a person chooses it and
 * the page that shows what it is.
 */
let chosen: { file: File; name: string } | undefined;

export function chosenFile() {
  return chosen;
}

/** Asks for a product file; whether it is one is found out on the page for it. */
export function chooseProductFile(onChosen: (file: File) => void, name = "") {
  chooseFile((file) => {
    chosen = { file, name };
    onChosen(file);
  });
}
