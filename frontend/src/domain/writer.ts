import { t } from "@/strings";
import type { WriterSpec } from "./types";

/** What stands where people expect a model's name. */
export function writerName(writer: Pick<WriterSpec, "kind" | "model">): string {
  return writer.kind === "template" ? t.shell.templateWriter : (writer.model ?? "");
}
