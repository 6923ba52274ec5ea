import type { ScalarStyle } from '../node.ts';
import { BLANK, COLON, decline, HASH, isBreak, LINE_FEED, TAB } from './cursor.ts';

/** A scalar on one line, as written. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Its text, quotes and escapes resolved. */
  readonly source: string;
  readonly style: ScalarStyle;
}

const SINGLE_QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The plain or quoted scalar at a place. What may follow it is the caller's to check. */
export function readToken(text: string, start: number): Token {
  const first = text.charCodeAt(start);
  if (first === DOUBLE_QUOTE) return doubleQuoted(text, start);
  if (first === SINGLE_QUOTE) return singleQuoted(text, start);
  const end = plainEnd(text, start);
  return { start, end, source: text.slice(start, end), style: 'plain' };
}

/** Up to `: `, ` #` or the end of the line, without the blanks before that. */
function plainEnd(text: string, start: number): number {
  if (!startsPlain(text, start)) decline();
  let end = start;
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > COLON) end = at + 1;
    else if (unit === LINE_FEED) break;
    else if (unit === TAB) decline();
    else if (unit === BLANK) {
      if (text.charCodeAt(at + 1) === HASH) break;
    } else {
      if (unit === COLON && isBreak(text, at + 1)) break;
      end = at + 1;
    }
  }
  return end;
}

const INDICATORS = new Set(['!', '&', '*', '#', '{', '}', '[', ']', '|', '>', '@', '`', '%', ',']);

/** `-`, `?` and `:` are indicators before a blank alone. */
export function startsPlain(text: string, at: number): boolean {
  const first = text.charAt(at);
  if (first === '' || first === '\n' || INDICATORS.has(first)) return false;
  return !(first === '-' || first === '?' || first === ':') || !isBreak(text, at + 1);
}

function singleQuoted(text: string, start: number): Token {
  let close = text.indexOf("'", start + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === SINGLE_QUOTE)
    close = text.indexOf("'", close + 2);
  const inner = close < 0 ? decline() : text.slice(start + 1, close);
  if (inner.includes('\n')) decline();
  return { start, end: close + 1, source: inner.replaceAll("''", "'"), style: 'single' };
}

function doubleQuoted(text: string, start: number): Token {
  let isEscaped = false;
  let at = start + 1;
  for (; text.charCodeAt(at) !== DOUBLE_QUOTE; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED || at >= text.length) decline();
    if (unit !== BACKSLASH) continue;
    isEscaped = true;
    at += 1;
  }
  const end = at + 1;
  const source = isEscaped ? unescaped(text.slice(start, end)) : text.slice(start + 1, at);
  return { start, end, source, style: 'double' };
}

/** Escapes that mean the same in JSON and YAML. */
const COMMON = /^"(?:[^\\\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"$/;

function unescaped(quoted: string): string {
  return COMMON.test(quoted) ? (JSON.parse(quoted) as string) : decline();
}
