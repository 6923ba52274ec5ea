import { readDocuments } from '../../yaml/documents.ts';

/** `{{ … }}` of Go templates and Jinja, `{% … %}` of Jinja. */
const ACTION = /\{\{[^]*?\}\}|\{%[^]*?%\}/g;

/**
 * True for a text that is no YAML because of its `{{ … }}`: a template for another program. Where it is unreadable in the
 * same place with words instead of them, they are not the reason.
 */
export function isTemplate(text: string): boolean {
  if (!text.includes('{{')) return false;
  const [before, after] = [firstProblem(text), firstProblem(withoutActions(text))];
  return before !== undefined && before !== after;
}

/** Where reading ends, as a text to compare. */
function firstProblem(text: string): string | undefined {
  const read = readDocuments(text, '');
  if (read.ok) return undefined;
  const [{ code, origin } = { code: '' }] = read.diagnostics;
  return `${code} ${origin?.line ?? ''}:${origin?.column ?? ''}`;
}

/** Words in place of actions, and comments in place of lines that hold nothing else; all other places stay where they are. */
function withoutActions(text: string): string {
  return text
    .replaceAll(ACTION, (action) => action.replaceAll(/[^\n]/g, '\0'))
    .replaceAll(/(?<=^[ \t]*)\0+(?=[ \t]*$)/gm, (action) => '#'.repeat(action.length))
    .replaceAll('\0', 'x');
}
