// When something was done, on the clock of whoever reads it.
import { moment } from '../../../state/format';

/** A time of the server, microseconds since 1970. */
export const when = (time: number): string => moment(new Date(time / 1000), Intl.DateTimeFormat().resolvedOptions().timeZone);
