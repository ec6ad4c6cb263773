// What people wrote about a stage or stop, beside what has a place of its own in the inspector.
import { known, t } from '../../words';

/** Fields that the inspector shows elsewhere. */
export const SHOWN: readonly string[] = ['thinks', 'motivation', 'customer_goal', 'criticality', 'moment_of_truth', 'tool', 'owner'];

/** "raci.responsible" is "Responsible"; a measure keeps its own name. */
export function fieldName(field: string): string {
  const last = field.split('.').at(-1) ?? field;
  if (field.startsWith('targets.')) return last;
  const key = [`edit.field.${last}`, `edit.group.${last}`, field === 'feelings' ? 'edit.group.feeling' : ''].find((one) => known(one));
  return key ? t(key) : last;
}

export const fieldValue = (field: string, text: string): string => (field === 'feelings' && known(`edit.feeling.${text}`) ? t(`edit.feeling.${text}`) : field === 'focus' ? t('edit.yes') : text);
