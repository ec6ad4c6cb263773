// Whether a phone in a shop can reach an address. No DOM.

/** Only this machine hears these. */
const HERE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export function isHereOnly(address: string): boolean {
  try {
    return HERE.test(new URL(address).hostname);
  } catch {
    return false;
  }
}
