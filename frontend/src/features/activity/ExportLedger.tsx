import { describeError, perform, useExportActivity } from "@/api";
import { type ActivityFilter, type Format, rules } from "@/contract";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { notifyPlain, notifyTrouble } from "@/ui/notify";

interface ExportLedgerProps {
  shop: string;
  filter: ActivityFilter;
  search: string;
  off: boolean;
}

/** Writes the entries that are shown, with all there is of them, as a file to keep. */
export function ExportLedger({ shop, filter, search, off }: ExportLedgerProps) {
  const exporting = useExportActivity();
  const run = (format: Format) =>
    perform(
      exporting,
      { shop, filter, search, format },
      {
        onSuccess: ({ file, entries }) => {
          if (file !== "") notifyPlain(t.activity.exported(entries, file));
        },
        onError: (error) => notifyTrouble(describeError(error)),
      },
    );
  return rules.ledger_formats.map((format) => (
    <Button
      key={format}
      kind="quiet"
      small
      icon="external"
      disabled={off}
      busy={exporting.isPending && exporting.variables.format === format}
      onClick={() => run(format)}
    >
      {t.activity.exportAs[format]}
    </Button>
  ));
}
