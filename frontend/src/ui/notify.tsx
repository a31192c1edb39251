import { notifications } from "@mantine/notifications";
import classes from "./notify.module.css";
import { type Trouble, TroubleText } from "./States";

/** Tells in a sentence why nothing happened. */
export function notifyPlain(message: string): void {
  notifications.show({
    id: message,
    message,
    autoClose: 5000,
    classNames: { root: classes.notice ?? "" },
    role: "status",
  });
}

/** Tells of a failure that has no place of its own on the page. Stays until it is closed. */
export function notifyTrouble(trouble: Trouble): void {
  notifications.show({
    id: `${trouble.code}:${trouble.message}`,
    message: <TroubleText trouble={trouble} />,
    autoClose: false,
    withBorder: false,
    classNames: { root: classes.notice ?? "" },
    color: "red",
    role: "alert",
  });
}
