import type { UseMutationResult } from "@tanstack/react-query";

interface Handlers<Result> {
  onSuccess?: (result: Result) => void;
  onError?: (error: Error) => void;
}

/**
 * Runs a mutation. The handlers are called even if the page that asked is gone or has asked again since; the
 * handlers of `mutate` are not.
 */
export function perform<Input, Result>(
  mutation: Pick<UseMutationResult<Result, Error, Input>, "mutateAsync">,
  input: Input,
  { onSuccess, onError }: Handlers<Result>,
): void {
  void mutation.mutateAsync(input).then(onSuccess, onError ?? ignore);
}

/** An error without a handler is shown where the mutation is. */
const ignore = () => {};
