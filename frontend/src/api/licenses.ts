import { useQuery } from "@tanstack/react-query";

/** The licences of the libraries in the pages, as the build collected them. */
export function useLicenses() {
  return useQuery({
    queryKey: ["licenses"],
    queryFn: async () => {
      const answer = await fetch(new URL("licenses.txt", document.baseURI));
      if (!answer.ok) throw new Error(`licenses.txt: ${answer.status}`);
      return answer.text();
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
