// What an entry of the record says: a route becomes what somebody did. No DOM.
import type { RecordEntry } from '../../api/access';

/** The first that fits, by the beginning of method and path. */
const DEEDS: readonly (readonly [RegExp, string])[] = [
  [/^GET \/api\/customers\/\{customer\}\/file/, 'person_file'],
  [/^GET \/api\/customers\//, 'customer'],
  [/^GET \/api\/find/, 'looked_for'],
  [/^GET \/api\/customers/, 'everybody'],
  [/^GET \/api\/maps\/\{map_id\}\/behind|^POST \/api\/ask/, 'list'],
  [/^POST \/api\/sql/, 'sql'],
  [/^POST \/api\/tables/, 'file'],
  [/^GET \/api\/(recorded|sources\/arriving|set-aside\/items|loads)/, 'raw'],
  [/^POST \/api\/erasures/, 'erased'],
  [/^POST \/api\/me\/(sign-in|begin|link\/use)/, 'in'],
  [/^\w+ \/api\/me\//, 'own'],
  [/^GET \/api\/access\/record/, 'record'],
  [/^\w+ \/api\/access\/|^cesta user/, 'people'],
  [/^\w+ \/api\/(sources|shop|jobs)/, 'source'],
  [/^\w+ \/api\/(maps|questions|documents|bin|proposal|first-hour|segments|groups|measures|kpis|opportunities|tasks|alerts|surveys|hypotheses|templates|bring|match|shares)/, 'document'],
  [/^\w+ \/api\/(events|loads|uploads|set-aside|samples|traits|identity|customers)/, 'data'],
  [/^\w+ \/api\/(mail|retention|suppressions)/, 'settings'],
];

/** What has words of its own for looking: otherwise a refused look would read as a change. */
const ALSO_READ = ['people', 'own', 'source', 'document', 'data', 'settings'];

/** The key of the words for what was done. */
export function deedOf({ what, status }: Pick<RecordEntry, 'what' | 'status'>): string {
  const found = DEEDS.find(([shape]) => shape.test(what))?.[1] ?? 'other';
  if (found === 'in' && status >= 400) return 'in.failed';
  return what.startsWith('GET ') && ALSO_READ.includes(found) ? `${found}.read` : found;
}

/** The key of the words for who did it; null where a name says it. */
export function doerOf({ via, name }: Pick<RecordEntry, 'via' | 'name'>): 'machine' | 'command' | 'token' | 'somebody' | null {
  if (via === 'machine' || via === 'command' || via === 'token') return via;
  return name ? null : 'somebody';
}
