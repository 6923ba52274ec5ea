import { ALL_CODES, CODES, familyOf, isCode, type Code } from '../core/codes.ts';
import { didYouMean } from '../core/near-miss.ts';
import { nearCode } from '../core/near-code.ts';

/** What is wrong with a name in `settings.rules` or in an opt-out, and what to write instead. */
export interface WrongName {
  readonly message: string;
  readonly help: string;
}

/** What a name is to change: severities, or the findings of one object. */
export type Use = 'settings' | 'optOut';

const LIST = 'run `gantry explain` for the list';

/**
 * What is wrong with a name that stands for a rule: a code, or a family as `image/*`. Undefined for those that change
 * something.
 *
 * @param own the codes of rules of one's own; undefined when they are not known, and then every `user/…` is right
 */
export function wrongName(name: string, use: Use, own?: readonly string[]): WrongName | undefined {
  const known = [...ALL_CODES.filter((code) => CODES[code][use]), ...(own ?? [])];
  if (familyOf(name) === 'user' && (own === undefined || name === 'user/*')) return undefined;
  if (known.includes(name)) return undefined;
  if (isCode(name)) return fixed(name, use);
  const families = [...new Set(known.map((code) => `${familyOf(code)}/*`))];
  if (families.includes(name)) return undefined;
  const isFamily = name.endsWith('/*');
  return {
    message: isFamily ? `no rules are called ${name}` : `there is no rule ${name}`,
    help: (isFamily ? didYouMean(name, families) : nearCode(name, known)) ?? LIST,
  };
}

function fixed(code: Code, use: Use): WrongName {
  const message =
    use === 'settings'
      ? `no setting changes the severity of ${code}`
      : `no annotation takes ${code} away`;
  return { message, help: `\`gantry explain ${code}\` says what it is` };
}
