import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useState } from "react";
import { describeError, useLicenses } from "@/api";
import { t } from "@/strings";
import { ErrorState, Loading } from "@/ui/States";
import text from "@/ui/text.module.css";
import classes from "./Licenses.module.css";

/** A link to the licences of the libraries; shown in a dialog, since the window has no tabs. */
export function Licenses() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${text.link} ${classes.link}`}
        onClick={() => setOpen(true)}
      >
        {t.settings.licenses}
      </button>
      {open && <LicensesDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function LicensesDialog({ onClose }: { onClose: () => void }) {
  const licenses = useLicenses();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.settings.licenses}
      size="52rem"
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      {licenses.isPending && <Loading />}
      {licenses.error && (
        <ErrorState trouble={describeError(licenses.error)} onRetry={() => licenses.refetch()} />
      )}
      {licenses.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
        <pre className={classes.text} tabIndex={0}>
          {licenses.data}
        </pre>
      )}
    </Modal>
  );
}
