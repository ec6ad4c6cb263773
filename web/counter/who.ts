// Who a visitor says they are, written as files from other systems write the same customer.
export const KNOWN_BY = ['email', 'phone', 'card'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

const PHONE = /^[+0-9(][0-9 ()./+-]{4,24}$/;
const EMAIL = /^[^\s<>"',;@]+@[^\s<>"',;@]+\.[^\s<>"',;@]+$/;
const LONGEST = 100;

/** A number with its country; one without it is of the country given. */
function phone(given: string, country: string): string {
  const digits = given.replace(/[^0-9+]/g, '');
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (country === '7') {
    if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`;
    return digits.length === 10 ? `+7${digits}` : digits;
  }
  if (country && digits.length === 9) return `+${country}${digits}`;
  return country && digits.startsWith(country) && digits.length === 9 + country.length ? `+${digits}` : digits;
}

/** The customer's id; "" where nothing was written, null where it cannot be one. */
export function customerOf(by: KnownBy, written: string, country: string): string | null {
  const given = written.trim();
  if (!given) return '';
  if (by === 'email') return EMAIL.test(given) && given.length <= LONGEST ? given.toLowerCase() : null;
  if (by === 'phone') return PHONE.test(given) ? phone(given, country) : null;
  return given.length <= LONGEST ? given : null;
}
