import { describe, expect, it } from 'vitest';
import { band, sankey, touching, type Link } from './sankey';

const link = (step: number, from: string, to: string, count: number): Link => ({ step, from, to, count, avg_seconds: 1 });
const links = [link(1, 'home', 'shop', 60), link(1, 'home', 'help', 20), link(1, 'ad', 'shop', 20), link(2, 'shop', 'pay', 50)];
const frame = { width: 610, height: 220, node: 10, gap: 20 };
const drawn = sankey(links, frame);
const node = (id: string) => drawn.nodes.find((one) => one.id === id)!;

describe('paths picture', () => {
  it('has a column for each step', () => {
    expect(drawn.columns).toBe(3);
    expect([node('1:home').x, node('2:shop').x, node('3:pay').x]).toEqual([0, 300, 600]);
  });

  it('keeps one scale: a node is as tall as the paths through it', () => {
    for (const { height, value } of drawn.nodes) expect(height / value).toBeCloseTo(drawn.scale);
    expect(drawn.scale).toBeCloseTo(2);
  });

  it('says where paths end, though not in the last column', () => {
    expect(node('2:shop').ends).toBe(30);
    expect(node('2:help').ends).toBe(20);
    expect(node('3:pay').ends).toBe(0);
  });

  it('puts the fullest on top and leaves room between', () => {
    expect(node('1:home').y).toBe(0);
    expect(node('1:ad').y).toBeCloseTo(node('1:home').height + 20);
  });

  it('keeps the place of each link, for what is behind it', () =>
    expect(drawn.ribbons.map(({ place }) => links[place])).toEqual(drawn.ribbons.map((ribbon) => ribbon.link)));

  it('lets no two ribbons overlap where they leave or arrive', () => {
    const out = drawn.ribbons.filter(({ source }) => source === '1:home').reduce((sum, { thickness }) => sum + thickness, 0);
    expect(out).toBeCloseTo(node('1:home').height);
    const into = drawn.ribbons.filter(({ target }) => target === '2:shop').reduce((sum, { thickness }) => sum + thickness, 0);
    expect(into).toBeCloseTo(node('2:shop').height);
  });

  it('knows what touches a node', () => expect([...touching(drawn.ribbons, '2:help')]).toEqual(['1:home>2:help']));

  it('draws nothing of nothing', () => expect(sankey([], frame)).toMatchObject({ columns: 0, nodes: [], ribbons: [] }));

  it('makes a band of even thickness', () => expect(band(0, 0, 10, 4, 2)).toBe('M0 0C5 0 5 4 10 4V6C5 6 5 2 0 2Z'));
});
