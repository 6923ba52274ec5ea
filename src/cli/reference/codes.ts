import { ALL_CODES, CODES, familyOf, type Code } from '../../core/codes.ts';

/** The page of all codes, as Markdown: one line for those with a page of their own, a paragraph for the others. */
export function codesReference(): string {
  const families = [...new Set(ALL_CODES.map(familyOf))];
  const sections = families.map(
    (family) =>
      `## ${family}\n\n${ALL_CODES.filter((code) => familyOf(code) === family)
        .map(item)
        .join('\n')}\n`,
  );
  return `# Codes

Every finding has a code, \`family/name\`, a severity and one line. \`gantry explain CODE\` shows what stands here, or the page of
a rule. Codes marked with \`settings\` get another severity, or none, by \`settings.rules\`; those marked with \`opt-out\` are
taken away from one object by the annotation \`gantry.dev/ignore\`. Codes of a project's own begin with \`user/\`
([rules of one's own](writing-rules.md)). Made from the catalogue (src/core/codes) by \`npm run generate\`.

${sections.join('\n')}`;
}

function item(code: Code): string {
  const { severity, settings, optOut, summary, text } = CODES[code];
  const marks = [severity, ...(settings ? ['settings'] : []), ...(optOut ? ['opt-out'] : [])];
  const name = text === undefined ? `[\`${code}\`](rules/${code}.md)` : `\`${code}\``;
  return `- ${name} (${marks.join(', ')}): ${[summary, text ?? ''].join(' ').trim()}`;
}
