// Ids for new parts: small letters, digits and "-", made from what people call them.
const CYRILLIC: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}; // prettier-ignore

const MOST = 40;

/** An id for a name; one that is not taken yet. */
export function idFor(name: string, taken: ReadonlySet<string>, otherwise = 'part'): string {
  const plain = [...name.toLowerCase()]
    .map((letter) => CYRILLIC[letter] ?? letter)
    .join('')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (found) => (/[\s_./-]/.test(found) ? '-' : ''))
    .replace(/-+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
  const base = plain || otherwise;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** A key that no other browser makes. */
export const freshKey = (): string => [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(36).padStart(2, '0')).join('');
