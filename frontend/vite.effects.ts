/**
 * The modules below a folder that do nothing by being imported: ours, apart from these. What a page does
 * not use of "@/api" is then not loaded with it. The folder is named in full: what it lies in may have any name.
 */
export function withoutEffect(folder: string): RegExp {
  const at = folder.replaceAll("\\", "/").replace(/[$()*+.?[\]^{|}]/g, "\\$&");
  return new RegExp(`^${at}(?!main|ui/theme/|strings/speak).*\\.tsx?$`);
}
