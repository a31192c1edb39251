import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import type { SavedExport } from "@/api";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import classes from "./ImportSteps.module.css";

/** Says how the files of an export get into the shop. */
export function ImportSteps({ saved, onClose }: { saved: SavedExport; onClose: () => void }) {
  const words = t.shops.exported;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(saved.files.length)}
      withCloseButton={false}
      size="29rem"
      zIndex={400}
    >
      <div className={classes.body}>
        <p>{words.text(saved.products, saved.files)}</p>
        {saved.files.length > 1 && <p>{words.parts}</p>}
        <ol className={classes.steps}>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{words.only}</p>
        {saved.earlier.length > 0 && (
          <p className={classes.earlier}>
            <Icon shape="warn" tone="warn" /> {words.earlier(saved.earlier)}
          </p>
        )}
      </div>
      <div className={classes.actions}>
        <Button kind="primary" onClick={onClose} focusFirst>
          {t.common.close}
        </Button>
      </div>
    </Modal>
  );
}
