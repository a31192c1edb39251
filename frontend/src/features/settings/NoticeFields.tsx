import { useState } from "react";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Section } from "./layout";

/** Whether the system may show notifications; asked for only here, on a click. */
export function NoticeFields() {
  const words = t.attention;
  const [permission, setPermission] = useState(() =>
    "Notification" in window ? Notification.permission : "denied",
  );
  return (
    <Section title={words.section} text={words.sectionText}>
      {permission === "default" ? (
        <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
          {words.allow}
        </Button>
      ) : (
        <p>{permission === "granted" ? words.granted : words.denied}</p>
      )}
    </Section>
  );
}
