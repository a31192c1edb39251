import type { WriterSpec } from "@/contract";
import { t } from "@/strings";

/** The name shown where people expect a model's name. */
export function writerName(writer: Pick<WriterSpec, "kind" | "model">): string {
  return writer.kind === "template" ? t.shell.templateWriter : (writer.model ?? "");
}
