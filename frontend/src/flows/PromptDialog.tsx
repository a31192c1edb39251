import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { describeError, usePromptPreview } from "@/api";
import type { JobSpec } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Loading, TroubleText } from "@/ui/States";
import classes from "./PromptDialog.module.css";

/** The finished prompt of a job on three products. Nothing is sent. */
export function PromptDialog({ spec, onClose }: { spec: JobSpec; onClose: () => void }) {
  const preview = usePromptPreview(spec);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.instructions.previewTitle}
      size="52rem"
      zIndex={400}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <p className={classes.note}>{t.instructions.previewText}</p>
      {preview.isPending && <Loading />}
      {preview.error && <TroubleText trouble={describeError(preview.error)} />}
      {preview.data && (
        <>
          {(preview.data.items ?? []).map((item) => (
            <details key={item.place.id} className={classes.part} open>
              <summary>{t.instructions.previewItem(item.place.title, count(item.tokens))}</summary>
              <pre>{item.user}</pre>
            </details>
          ))}
          <details className={classes.part}>
            <summary>{t.instructions.previewSame(count(preview.data.system_tokens))}</summary>
            <pre>{preview.data.system}</pre>
          </details>
        </>
      )}
    </Modal>
  );
}
