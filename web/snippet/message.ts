// One message in Segment's form: what happened, on which page, out of which campaign.
export type Properties = Record<string, unknown>;
export type Kind = 'track' | 'page' | 'identify' | 'group';

export interface Message {
  type: Kind;
  messageId: string;
  timestamp: string;
  anonymousId?: string;
  userId?: string;
  [field: string]: unknown;
}

/** A random id, also on pages without https, where the browser's own is missing. */
export function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The campaign that an address names: utm_source=x becomes source. */
export function campaignOf(search: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (name.startsWith('utm_') && value) found[name === 'utm_campaign' ? 'name' : name.slice(4)] = value;
  }
  return Object.keys(found).length ? found : undefined;
}

/** Where the visitor is. `before`: the page they came from, within the site or outside. */
export function contextOf(document: Document, location: Location, navigator: Navigator, before: string): Properties {
  return {
    page: {
      url: location.href,
      path: location.pathname,
      search: location.search,
      title: document.title,
      referrer: before,
    },
    campaign: campaignOf(location.search),
    locale: navigator.language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    userAgent: navigator.userAgent,
    library: { name: 'cesta.js' },
    consent: { categoryPreferences: { analytics: true } },
  };
}
