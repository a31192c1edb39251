export const spend = {
  about: (usd: string) => `about ${usd}`,
  reserved: (usd: string) => `${usd} of it is reserved for requests under way`,
};
