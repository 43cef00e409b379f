// Text as a part of an address. Editors may hold half of a character, of which no address can be made.

export function encodeComponent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
