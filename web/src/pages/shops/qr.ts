// An address as a QR code: squares in one path, with the quiet edge that readers need. No DOM.
import qrcode from 'qrcode-generator';

/** Light squares around the code. */
export const EDGE = 4;

export interface Code {
  /** Squares from edge to edge. */
  size: number;
  path: string;
}

export function codeOf(text: string): Code {
  // M: still read when a seventh of it is worn or covered.
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const path: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let from = 0, to = 0; from < count; from = to + 1) {
      while (from < count && !code.isDark(row, from)) from += 1;
      for (to = from; to < count && code.isDark(row, to); ) to += 1;
      if (to > from) path.push(`M${from + EDGE} ${row + EDGE}h${to - from}v1h-${to - from}z`);
    }
  }
  return { size: count + 2 * EDGE, path: path.join('') };
}

/** The code as a file. */
export const fileOf = ({ size, path }: Code): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
