import { afterEach, expect, it, vi } from 'vitest';
import { Sending } from './sending.svelte';
import { SLICE } from './slices';

afterEach(() => vi.unstubAllGlobals());

function server(fail: (address: string) => boolean = () => false): ReturnType<typeof vi.fn> {
  const fake = vi.fn((address: string) =>
    Promise.resolve(
      fail(address)
        ? new Response(JSON.stringify({ error: { code: 'file_too_large', message: 'Too large.' } }), { status: 413 })
        : new Response(JSON.stringify({ upload: 'u1', name: 'a', bytes: 1, whole: true })),
    ),
  );
  vi.stubGlobal('fetch', fake);
  return fake;
}

const file = (name: string, size: number): File => new File([new Uint8Array(size)], name);

it('sends every slice of every file under one upload', async () => {
  const fake = server();
  const sending = new Sending();
  expect(await sending.send([file('a.csv', SLICE + 1), file('b.csv', 0)])).toBe(true);
  expect(fake.mock.calls.map(([address]) => address)).toEqual([
    '/api/uploads/a.csv?part=1&of=2&upload=',
    '/api/uploads/a.csv?part=2&of=2&upload=u1',
    '/api/uploads/b.csv?part=1&of=1&upload=u1',
  ]);
  expect([sending.share, sending.busy, sending.upload, sending.error]).toEqual([1, false, 'u1', null]);
});

it('says what went wrong, keeps the files, and tries again from the start', async () => {
  server((address) => address.includes('b.csv'));
  const sending = new Sending();
  expect(await sending.send([file('a.csv', 3), file('b.csv', 3)])).toBe(false);
  expect(sending.error).toMatchObject({ code: 'file_too_large' });
  expect(sending.files.map(({ sent }) => sent)).toEqual([3, 0]);
  server();
  expect(await sending.again()).toBe(true);
  expect(sending.error).toBeNull();
});

it('gives up, and takes back what has arrived', async () => {
  const fake = server();
  const sending = new Sending();
  await sending.send([file('a.csv', 3)]);
  sending.cancel();
  expect(fake.mock.calls.at(-1)?.[0]).toBe('/api/uploads/u1');
  expect([sending.files, sending.upload, sending.share]).toEqual([[], '', 0]);
});
