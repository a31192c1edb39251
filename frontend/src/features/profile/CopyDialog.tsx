import { useState } from "react";
import { describeError, useFetchProfile, useShops } from "@/api";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Picker } from "@/ui/Picker";
import { partsOf } from "./parts";
import type { ProfileForm } from "./useProfileForm";

interface CopyDialogProps {
  shop: string;
  form: ProfileForm;
  onClose: () => void;
}

/** Puts the profile of another shop into the form. */
export function CopyDialog({ shop, form, onClose }: CopyDialogProps) {
  const words = t.profile.copying;
  const others = (useShops().data ?? []).filter((other) => other.id !== shop);
  const [chosen, setChosen] = useState(others[0]?.id ?? "");
  const fetch = useFetchProfile();
  const copy = () =>
    fetch.mutate(chosen, {
      onSuccess: (profile) => {
        form.take(partsOf(profile));
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title={words.title}
      action={others.length > 0 ? words.action : undefined}
      busy={fetch.isPending}
      trouble={fetch.error ? describeError(fetch.error) : undefined}
      onConfirm={copy}
      onClose={onClose}
    >
      <p>{others.length > 0 ? words.text : words.none}</p>
      {others.length > 0 && (
        <Picker
          label={words.shop}
          value={chosen}
          onChange={setChosen}
          options={others.map((other) => ({ value: other.id, label: other.name }))}
        />
      )}
    </ConfirmDialog>
  );
}
