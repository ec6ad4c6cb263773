// Which tasks stand in which column, and where a card goes by a key. No DOM.
import type { Status, Task } from '../../api/tasks';

export const COLUMNS = ['idea', 'planned', 'doing', 'done', 'verified'] as const satisfies readonly Status[];

export interface Column {
  status: Status;
  tasks: Task[];
}

/** Dropped tasks stand nowhere. Owner '' is everybody. */
export function columns(tasks: readonly Task[], owner: string): Column[] {
  return COLUMNS.map((status) => ({ status, tasks: tasks.filter((task) => task.status === status && (!owner || task.owner === owner)) }));
}

/** The column one to the left (−1) or right (1) of a card's; null at the edges. */
export function beside(status: Status, by: -1 | 1): Status | null {
  const at = COLUMNS.indexOf(status as (typeof COLUMNS)[number]);
  return at < 0 ? null : (COLUMNS[at + by] ?? null);
}

export const owners = (tasks: readonly Task[]): string[] => [...new Set(tasks.map((task) => task.owner).filter(Boolean))].toSorted();

/** Pages of our own only: a link that came with a task leads nowhere else. */
export const inner = (link: string): string | null => (/^\/[\w-]/.test(link) ? link : null);
