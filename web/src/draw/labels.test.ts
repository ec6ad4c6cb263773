import { describe, expect, it } from 'vitest'
import { apart, fit, lines } from './labels'

const ten = (text: string): number => text.length * 10

describe('lines', () => {
  it('wraps at words', () => {
    expect(lines('I open the letter', 100, ten)).toBe(2)
    expect(lines('one', 100, ten)).toBe(1)
    expect(lines('incomprehensible', 100, ten)).toBe(Infinity)
  })
})

describe('fit', () => {
  const names = [
    { name: 'I open the letter', short: 'Letter' },
    { name: 'I shop', short: 'Shop' },
  ]

  it('keeps full names when all fit', () => {
    expect(fit(names, 100, ten)).toEqual({ texts: ['I open the letter', 'I shop'], short: false, lines: 2 })
  })

  it('makes the whole map short when one does not', () => {
    expect(fit(names, 60, ten, 2)).toEqual({ texts: ['Letter', 'Shop'], short: true, lines: 1 })
  })
})

describe('apart', () => {
  it('leaves what does not touch and parts what does', () => {
    expect(apart([{ x: 50, w: 20 }, { x: 150, w: 20 }], 4, 0, 300)).toEqual([50, 150])
    const [a, b] = apart([{ x: 50, w: 40 }, { x: 60, w: 40 }], 4, 0, 300)
    expect((b ?? 0) - (a ?? 0)).toBeGreaterThanOrEqual(44)
  })

  it('stays inside the sheet', () => {
    const xs = apart([{ x: 280, w: 40 }, { x: 290, w: 40 }], 4, 0, 300)
    expect(xs).toEqual([236, 280])
  })
})
