import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { compilePattern } from '../../core/pattern.ts';
import type { Path } from '../../core/pointer.ts';
import { isCel } from '../server/cel.ts';
import { conflictIf, missing, says, type Conflict } from './conflict.ts';

/** Patterns of texts. */
export function patterns({ pattern }: JsonObject, path: Path): Conflict[] {
  return conflictIf(
    typeof pattern === 'string' && 'problem' in compilePattern(pattern),
    [...path, 'pattern'],
    'must be a regular expression as Go reads it',
  );
}

const CEL = 'must be an expression in CEL';

/** Rules in CEL; their syntax is left to servers. */
export function rules(schema: JsonObject, path: Path): Conflict[] {
  const list = schema['x-kubernetes-validations'];
  if (!Array.isArray(list)) return [];
  return list.filter(isJsonObject).flatMap((rule, index) => {
    const place = [...path, 'x-kubernetes-validations', index];
    const { rule: text, message, messageExpression, fieldPath } = rule;
    const isBlank = (value: Json | undefined) =>
      typeof value === 'string' && value !== '' && value.trim() === '';
    const hasLines = (value: Json | undefined) =>
      typeof value === 'string' && /[\n\r]/.test(value.trim());
    return [
      ...conflictIf(
        typeof text === 'string' && text !== '' && !isCel(text),
        [...place, 'rule'],
        CEL,
      ),
      ...conflictIf(
        isBlank(message) || hasLines(message),
        [...place, 'message'],
        'must be a line of text',
      ),
      ...conflictIf(
        typeof messageExpression === 'string' &&
          messageExpression !== '' &&
          !isCel(messageExpression),
        [...place, 'messageExpression'],
        CEL,
      ),
      ...conflictIf(
        isBlank(fieldPath) || hasLines(fieldPath),
        [...place, 'fieldPath'],
        'must be a path',
      ),
      ...(hasLines(text) && !says(rule, 'message')
        ? [missing([...place, 'message'], 'a rule of several lines needs it')]
        : []),
    ];
  });
}
