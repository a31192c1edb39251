/** Asks for a product export. It must be called while a press is handled: browsers open no dialog otherwise. */
export function chooseFile(chosen: (file: File) => void) {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = ".csv,.tsv,.txt,text/csv,text/tab-separated-values";
  field.onchange = () => {
    const file = field.files?.[0];
    if (file) chosen(file);
  };
  field.click();
}
