import { Notifications, notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.layer.css";
import "@mantine/notifications/styles.layer.css";
import { t } from "@/strings";
import classes from "./notices.module.css";
import { type Trouble, TroubleText } from "./States";

/** Shows notices above the bars at the bottom, so that they cover no button of these. */
export function Notices() {
  return (
    <Notifications
      position="bottom-center"
      classNames={{ root: classes.place ?? "" }}
      containerWidth="min(27.5rem, 32vw)"
      limit={3}
      zIndex={500}
    />
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
    id: `${trouble.code}:${trouble.message}`,
    message: <TroubleText trouble={trouble} />,
    autoClose: false,
    closeButtonProps: { "aria-label": t.common.close },
    classNames: { root: classes.notice ?? "" },
    color: "red",
    role: "alert",
  });
}
