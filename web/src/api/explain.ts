// Turns a failure into words of the reader's language: by its code, else the server's own English.
import { known, t } from '../words';
import { ApiError } from './client';

export interface Told {
  title: string;
  hint: string | null;
  code: string | null;
}

/** `errors.<code>` is what happened, `errors.<code>.hint` what to do; the server's hint names the exact thing. */
export function explain(error: unknown): Told {
  if (!(error instanceof ApiError)) return { title: t('errors.broken'), hint: null, code: null };
  const { code, message, hint } = error;
  if (!known(`errors.${code}`)) return { title: message, hint, code };
  const title = t(`errors.${code}`);
  const more = known(`errors.${code}.hint`) ? t(`errors.${code}.hint`) : [message, hint].filter(Boolean).join(' ');
  return { title, hint: more === title ? null : more, code };
}
