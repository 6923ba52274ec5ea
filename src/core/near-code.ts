import { nearMisses } from './near-miss.ts';

/**
 * `did you mean "image/digest"?` for a code that is none: those of the same name in another family (`images/digest`,
 * `digest`), else those spelt alike, else those whose name is. Undefined when nothing is near.
 */
export function nearCode(word: string, candidates: readonly string[]): string | undefined {
  const same = candidates.filter((candidate) => nameOf(candidate) === nameOf(word));
  const whole = same.length > 0 ? same : nearMisses(word, candidates);
  const near = whole.length > 0 ? whole : namesakes(word, candidates);
  return near.length === 0 ? undefined : `did you mean ${near.map(quoted).join(' or ')}?`;
}

function namesakes(word: string, candidates: readonly string[]): string[] {
  const names = nearMisses(nameOf(word), candidates.map(nameOf));
  return names
    .flatMap((name) => candidates.filter((candidate) => nameOf(candidate) === name))
    .slice(0, 3);
}

function nameOf(code: string): string {
  return code.slice(code.indexOf('/') + 1);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
