/** The signs of the map, on a 16-pixel field with one stroke: each channel has its own silhouette, not only its own colour. */

const DRAWN = {
  web: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5M2.25 8h11.5M8 2.25c2 2 2.4 3.8 2.4 5.75S10 11.75 8 13.75C6 11.75 5.6 9.95 5.6 8S6 4.25 8 2.25',
  app: 'M6.1 1.75h3.8a1.6 1.6 0 0 1 1.6 1.6v9.3a1.6 1.6 0 0 1-1.6 1.6H6.1a1.6 1.6 0 0 1-1.6-1.6v-9.3a1.6 1.6 0 0 1 1.6-1.6M7.2 11.9h1.6',
  store:
    'M2.5 6.2 3.6 2.6h8.8l1.1 3.6M2.5 6.2a1.83 1.83 0 0 0 3.66 0 1.83 1.83 0 0 0 3.67 0 1.83 1.83 0 0 0 3.67 0M3.6 8.2v5.2h8.8V8.2M6.6 13.4v-3h2.8v3',
  mail: 'M3.2 3.5h9.6a1.2 1.2 0 0 1 1.2 1.2v6.6a1.2 1.2 0 0 1-1.2 1.2H3.2A1.2 1.2 0 0 1 2 11.3V4.7a1.2 1.2 0 0 1 1.2-1.2M2.4 4.4l5.6 4.3 5.6-4.3',
  email: 'M8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4M10.7 5.4v3.7c0 1.1.7 1.7 1.5 1.7 1 0 1.6-1 1.6-2.8a5.8 5.8 0 1 0-2.5 4.8',
  chat: 'M2.25 4.2c0-.9.7-1.6 1.6-1.6h8.3c.9 0 1.6.7 1.6 1.6v5c0 .9-.7 1.6-1.6 1.6H7.2L4.4 13.4v-2.6h-.55c-.9 0-1.6-.7-1.6-1.6z',
  phone:
    'M5.1 2.3 3.2 3c-.6.3-.9.8-.8 1.5.6 4.7 4.4 8.5 9.1 9.1.7.1 1.2-.2 1.5-.8l.7-1.9-3-1.7-1.4 1.3c-1.7-.8-3-2.1-3.8-3.8l1.3-1.4z',
  social: 'M6 5.2a2.3 2.3 0 1 0 0 .1M2.2 13c.2-2.5 1.7-4 3.8-4s3.6 1.5 3.8 4M11.3 4.4a1.9 1.9 0 1 1-.6 3.5M11.6 9.6c1.4.3 2.2 1.5 2.3 3.2',
  other: 'M8 2.6 13.4 8 8 13.4 2.6 8z',
} as const

export type Channel = keyof typeof DRAWN

export const CHANNELS = Object.keys(DRAWN) as Channel[]

/** The sign of a channel; one that we have no sign for gets the diamond, and its name beside it in the legend. */
export const glyph = (channel: string): string => (channel in DRAWN ? DRAWN[channel as Channel] : DRAWN.other)

export const STAR = 'M0-6 1.76-2.42 5.7-1.85 2.85.93 3.53 4.85 0 3-3.53 4.85-2.85.93-5.7-1.85-1.76-2.42Z'

/** How full the small dial of a fix is: from an idea to something customers already have. */
export function dial(status: string | null): number {
  const parts: Record<string, number> = { idea: 0, planned: 0.25, testing: 0.5, shipped: 1 }
  return parts[status ?? ''] ?? 0
}

/** A pie slice of `part` of a circle with radius `r`, beginning at twelve o'clock. */
export function slice(part: number, r: number): string {
  if (part <= 0) return ''
  if (part >= 1) return `M0 ${-r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0 ${-r}Z`
  const a = part * 2 * Math.PI
  const large = part > 0.5 ? 1 : 0
  return `M0 0V${-r}A${r} ${r} 0 ${large} 1 ${(Math.sin(a) * r).toFixed(2)} ${(-Math.cos(a) * r).toFixed(2)}Z`
}

const HAIR = ['#3A2A22', '#7A4B32', '#2B2B2F', '#A9713A'] as const
const SKIN = [
  ['#F0C9AC', '#E3B596'],
  ['#E2B48F', '#D09E78'],
  ['#C98F66', '#B57C55'],
  ['#F3D3BC', '#E6BFA3'],
] as const

export interface Face {
  hair: string
  skin: string
  neck: string
  long: boolean
}

/** A persona always wears the same drawn face, chosen by her id. */
export function persona(id: string): Face {
  let sum = 7
  for (const c of id) sum = (sum * 31 + (c.codePointAt(0) ?? 0)) >>> 0
  const skin = SKIN[(sum >>> 3) % SKIN.length] ?? SKIN[0]
  return { hair: HAIR[sum % HAIR.length] ?? HAIR[0], skin: skin[0], neck: skin[1], long: ((sum >>> 7) & 1) === 0 }
}
