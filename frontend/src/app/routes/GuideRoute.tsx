import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { GuidePage } from "@/features/guide/GuidePage";

export function GuideRoute() {
  const navigate = useNavigate();
  const { q = "" } = useSearch({ from: "/guide" });
  const onSearch = useCallback(
    (search: string) =>
      void navigate({ to: "/guide", search: search ? { q: search } : {}, replace: true }),
    [navigate],
  );
  return <GuidePage search={q} onSearch={onSearch} />;
}
