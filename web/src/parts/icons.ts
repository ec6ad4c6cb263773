// The small drawings: 16 px, one stroke, each with its own silhouette. Channels first, then what the controls need.
export const ICONS = {
  web:
    '<circle cx="8" cy="8" r="5.75"/><path d="M2.25 8h11.5M8 2.25c2 2 2.4 3.8 2.4 5.75S10 11.75 8 13.75C6 11.75 5.6 9.95 5.6 8S6 4.25 8 2.25"/>',
  app:
    '<rect x="4.5" y="1.75" width="7" height="12.5" rx="1.6"/><path d="M7.2 11.9h1.6"/>',
  store:
    '<path d="M2.5 6.2 3.6 2.6h8.8l1.1 3.6M2.5 6.2a1.83 1.83 0 0 0 3.66 0 1.83 1.83 0 0 0 3.67 0 1.83 1.83 0 0 0 3.67 0M3.6 8.2v5.2h8.8V8.2M6.6 13.4v-3h2.8v3"/>',
  email:
    '<rect x="2" y="3.5" width="12" height="9" rx="1.2"/><path d="m2.4 4.4 5.6 4.3 5.6-4.3"/>',
  chat:
    '<path d="M2.25 4.2c0-.9.7-1.6 1.6-1.6h8.3c.9 0 1.6.7 1.6 1.6v5c0 .9-.7 1.6-1.6 1.6H7.2L4.4 13.4v-2.6h-.55c-.9 0-1.6-.7-1.6-1.6z"/>',
  phone:
    '<path d="M5.1 2.3 3.2 3c-.6.3-.9.8-.8 1.5.6 4.7 4.4 8.5 9.1 9.1.7.1 1.2-.2 1.5-.8l.7-1.9-3-1.7-1.4 1.3c-1.7-.8-3-2.1-3.8-3.8l1.3-1.4z"/>',
  search:
    '<circle cx="7" cy="7" r="4.25"/><path d="m10.2 10.2 3.3 3.3"/>',
  share:
    '<path d="M8 9.5V2.5M5.3 5 8 2.3 10.7 5M3 8.5v4.3h10V8.5"/>',
  download:
    '<path d="M8 2.5v7M5.3 7 8 9.7 10.7 7M3 10.5v2.7h10v-2.7"/>',
  file:
    '<path d="M4 1.8h5.3L12.5 5v9.2H4zM9 2v3.3h3.3M6 8.5h4.5M6 11h4.5"/>',
  template:
    '<path d="M2 4h4M10 4h4M6 4h4M2 12h5M11 12h3"/><circle cx="8" cy="4" r="1.8"/><circle cx="9" cy="12" r="1.8"/>',
  play:
    '<path d="M5 3.2v9.6L12.8 8z"/>',
  close:
    '<path d="m4 4 8 8M12 4l-8 8"/>',
  quote:
    '<path d="M6.5 5c-1.5.6-2.5 1.8-2.5 3.5V11h3V8H5.5M12.5 5C11 5.6 10 6.8 10 8.5V11h3V8h-1.5"/>',
  social:
    '<circle cx="4.2" cy="8" r="2"/><circle cx="11.6" cy="3.9" r="2"/><circle cx="11.6" cy="12.1" r="2"/><path d="m6 7 3.8-2.1M6 9l3.8 2.1"/>',
  ad:
    '<path d="M2.5 6.400v3.200h2l6 2.900v-9l-6 2.900zM5.2 9.800l.9 3.700M12.7 6.300a2.4 2.4 0 0 1 0 3.4"/>',
  letter:
    '<path d="M2 6.2 8 2l6 4.200v7.300H2zM2 6.200l6 4.2 6-4.2"/>',
  person:
    '<circle cx="8" cy="5.4" r="2.9"/><path d="M2.6 14c.5-3.3 2.6-4.9 5.4-4.900s4.9 1.6 5.4 4.9"/>',
  other:
    '<circle cx="8" cy="8" r="5.750"/><path d="M8 5v6M5 8h6"/>',
  chevron:
    '<path d="m4 6.2 4 4 4-4"/>',
  plus:
    '<path d="M8 3v10M3 8h10"/>',
  check:
    '<path d="m3.2 8.4 3.1 3.1 6.5-7"/>',
  sun:
    '<circle cx="8" cy="8" r="2.9"/><path d="M8 1.600v1.300M8 13.100v1.300M1.6 8h1.300M13.1 8h1.300M3.5 3.500l.9.9M11.6 11.600l.9.9M3.5 12.500l.9-.9M11.6 4.400l.9-.9"/>',
  moon:
    '<path d="M13.4 9.600A5.7 5.7 0 0 1 6.4 2.600a5.7 5.7 0 1 0 7 7z"/>',
  system:
    '<rect x="1.9" y="2.7" width="12.2" height="8.3" rx="1.2"/><path d="M5.6 13.500h4.8"/>',
  copy:
    '<rect x="5.2" y="5.2" width="8.3" height="8.3" rx="1.2"/><path d="M10.8 5.200V3.700c0-.7-.5-1.2-1.2-1.200H3.700c-.7 0-1.2.5-1.2 1.200v5.900c0 .7.5 1.2 1.2 1.200h1.5"/>',
  up:
    '<path d="M8 13V3.200M4 7l4-4 4 4"/>',
  down:
    '<path d="M8 3v9.800M4 9l4 4 4-4"/>',
  back:
    '<path d="M13 8H3.200M7 4 3 8l4 4"/>',
  table:
    '<rect x="2" y="3" width="12" height="10" rx="1.2"/><path d="M2 6.300h12M6 6.300V13"/>',
  upload:
    '<path d="M8 10V2.600M5 5.400l3-3 3 3M2.500 9.500v3.700h11V9.500"/>',
  clock:
    '<circle cx="8" cy="8" r="5.750"/><path d="M8 4.600V8l2.300 1.700"/>',
  bolt:
    '<path d="M9 1.800 3.600 9h3.700L7 14.200 12.400 7H8.700z"/>',
  key:
    '<circle cx="5" cy="11" r="2.600"/><path d="m6.900 9.100 6-6M10.600 5.400l2 2"/>',
  pencil:
    '<path d="m3 13 .6-2.700 7-7a1.500 1.500 0 0 1 2.100 2.100l-7 7z"/>',
  undo:
    '<path d="M5.500 3.500 2.800 6.200l2.700 2.700M3 6.200h6.500a3.600 3.600 0 0 1 0 7.200H6"/>',
  bin:
    '<path d="M3 4.500h10M6.300 4.500V2.600h3.400v1.900M4.300 4.500l.6 8.900h6.200l.6-8.900M6.700 7v4M9.300 7v4"/>',
  menu:
    '<path d="M2.5 4.500h11M2.5 8h11M2.5 11.500h11"/>',
} as const;

export type IconName = keyof typeof ICONS;

/** Names of channels that share a drawing. */
const SAME: Record<string, IconName> = { mail: 'letter', 'e-mail': 'email', post: 'letter', newsletter: 'email', call: 'phone', call_center: 'phone', sms: 'chat', in_store: 'store', shop: 'store' };

/** The drawing of a channel; one that we do not know gets a plain ring with a cross. */
export function channelIcon(channel: string | null | undefined): IconName {
  const name = (channel ?? '').toLowerCase();
  if (name in SAME) return SAME[name]!;
  return name in ICONS ? (name as IconName) : 'other';
}
