import { expect, it } from 'vitest';
import { when } from './when';

it('reads microseconds', () => expect(when(Date.UTC(2026, 4, 3, 12) * 1000)).toMatch(/2026/));
