import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { openOutside } from "@/api";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { dispatch } from "@/ui/keys/registry";
import { useKeys } from "@/ui/keys/useKeys";
import classes from "./PageDialog.module.css";
import type { ViewedPage } from "./viewPage";

interface PageDialogProps {
  page: ViewedPage;
  onClose: () => void;
}

/**
 * A product's page as Galley serves it for the demo shop. The frame submits nothing and opens nothing, and the page's
 * own policy runs no scripts (backend/demo/page.go): nothing in it reaches Galley. Without the origin, WebKit would
 * load neither its style nor its pictures; with scripts forbidden here too, it would call no listener of hear.
 */
export default function PageDialog({ page, onClose }: PageDialogProps) {
  const words = t.page;
  const outside = () => {
    openOutside(page.url);
    onClose();
  };
  useKeys("question", [
    { combos: ["o"], label: words.outside, run: outside },
    { combos: ["v", "escape"], label: t.common.close, run: onClose },
  ]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={page.title}
      size="72rem"
      yOffset="1rem"
      zIndex={400}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <iframe
        className={classes.frame}
        title={words.frame(page.title)}
        src={page.url}
        sandbox="allow-same-origin allow-scripts"
        referrerPolicy="no-referrer"
        onLoad={(event) => hear(event.currentTarget)}
      />
      <div className={classes.actions}>
        <span>{words.asServed}</span>
        <Button icon="external" combo="o" onClick={outside}>
          {words.outside}
        </Button>
        <Button kind="primary" combo="escape" focusFirst onClick={onClose}>
          {t.common.close}
        </Button>
      </div>
    </Modal>
  );
}

/**
 * Keys pressed in the page are the program's, and its links lead nowhere: there is no way back in a frame. It has the
 * focus, so that the keys that scroll do so.
 */
function hear({ contentDocument: inner, contentWindow }: HTMLIFrameElement): void {
  inner?.addEventListener("keydown", dispatch);
  inner?.addEventListener("click", (event) => event.preventDefault());
  contentWindow?.focus();
}
