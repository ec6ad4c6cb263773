import { describe, expect, it } from 'vitest';
import openapi from '../../../openapi.json';
import { deedOf, doerOf } from './said';

const deed = (what: string, status = 200): string => deedOf({ what, status });

describe('the record', () => {
  it('says what was done', () => {
    expect(deed('GET /api/customers/{customer}')).toBe('customer');
    expect(deed('GET /api/customers/{customer}/file')).toBe('person_file');
    expect([deed('GET /api/find'), deed('GET /api/customers')]).toEqual(['looked_for', 'everybody']);
    expect(deed('POST /api/erasures')).toBe('erased');
    expect(deed('POST /api/me/sign-in')).toBe('in');
    expect(deed('POST /api/me/sign-in', 401)).toBe('in.failed');
    expect(deed('cesta user add')).toBe('people');
    expect(deed('DELETE /api/loads/{load}')).toBe('data');
    expect(deed('GET /api/sources', 403)).toBe('source.read');
    expect(deed('GET /api/access/people', 403)).toBe('people.read');
    expect(deed('GET /api/nothing')).toBe('other');
  });

  it('has a word for everything that changes something', () => {
    const changes = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { tags?: string[] }>)
        .filter(([method, route]) => method !== 'get' && !route.tags?.includes('collection'))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    expect(changes.length).toBeGreaterThan(30);
    expect(changes.filter((what) => deed(what) === 'other')).toEqual([]);
  });

  it('says who it was', () => {
    expect(doerOf({ via: 'session', name: 'Jana' })).toBeNull();
    expect(doerOf({ via: 'session', name: '' })).toBe('somebody');
    expect(doerOf({ via: 'token', name: 'Jana' })).toBe('token');
    expect(doerOf({ via: 'machine', name: '' })).toBe('machine');
  });
});
