/** Where the card of a group stands on the page. */
export const anchorOf = (code: string): string => `rfm-${code}`;
