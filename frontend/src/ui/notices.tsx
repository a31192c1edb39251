import { useResizeObserver } from "@mantine/hooks";
import { Notifications, notifications } from "@mantine/notifications";
import { useEffect } from "react";
import "@mantine/core/styles/Notification.layer.css";
import "@mantine/notifications/styles.layer.css";
import { t } from "@/strings";
import classes from "./notices.module.css";
import { type Trouble, TroubleText } from "./States";

/** Shows notices at the lower edge, below everything else: they cover nothing. */
export function Notices() {
  const [band, { height }] = useResizeObserver<HTMLDivElement>();
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--notice-room", `${height}px`);
    return () => {
      style.removeProperty("--notice-room");
    };
  }, [height]);
  return (
    <div ref={band} className={classes.band}>
      <Notifications
        withinPortal={false}
        position="bottom-center"
        classNames={{ root: classes.place ?? "" }}
        containerWidth="100%"
        limit={3}
      />
    </div>
  );
}

export function showPlain(message: string): void {
  notifications.show({
    id: message,
    message,
    autoClose: 5000,
    closeButtonProps: { "aria-label": t.common.close },
    classNames: { root: classes.notice ?? "" },
    role: "status",
  });
}

export function showTrouble(trouble: Trouble): void {
  notifications.show({
    id: idOf(trouble),
    message: <TroubleText trouble={trouble} />,
    autoClose: false,
    closeButtonProps: { "aria-label": t.common.close },
    classNames: { root: classes.notice ?? "" },
    color: "red",
    role: "alert",
  });
}

export function hideTrouble(trouble: Trouble): void {
  notifications.hide(idOf(trouble));
}

const idOf = ({ code, message }: Trouble) => `${code}:${message}`;
