export const spend = {
  about: (usd: string) => `about ${usd}`,
  reserved: (usd: string) => `${usd} of it is set aside for requests under way`,
};
