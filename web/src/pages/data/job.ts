// A load on its way, in words: what is being done now, and how much is done. No DOM, no fetch.
import type { Job } from '../../api/types';
import { known, t } from '../../words';
import { readable } from '../../state/names';

export const isOver = (job: Job): boolean => job.state === 'done' || job.state === 'failed' || job.state === 'stopped';

export const shareOf = (job: Job): number => (job.total > 0 ? Math.max(0, Math.min(1, job.done / job.total)) : 0);

/** Our own words for what we know; anything else is a name of the data's, such as an event that is being read. */
export function doing(job: Job): string {
  if (job.state === 'waiting') return t('data.doing.waiting');
  const key = `data.doing.${job.what.replace(/\s+/g, '_')}`;
  if (known(key)) return t(key);
  // A file's name stays as it is; an event's is made readable.
  const file = /^reading (.+)$/.exec(job.what)?.[1];
  return job.what ? t('data.doing.reading', { name: file ?? readable(job.what) }) : t('data.doing.starting');
}
