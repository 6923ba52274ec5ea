import { describe, expect, it } from 'vitest';
import { evaluate, hasNix, runNix } from '../support/nix-eval.ts';

const EVALUATE = `
  let
    template = import (nix + "/release/template") { inherit lib; };
    ctx = {
      release = { name = "demo"; namespace = "apps"; };
      chart = { name = "app-template"; version = "4.1.1+x"; };
      capabilities.kubeVersion = "1.34";
      labelsAs = "Helm";
      name = "demo";
      fullname = "demo-full";
      values = { port = 8080; on = true; nested.text = "inner {{ .Release.Name }}"; list = [ "a" "b" ]; };
    };
  in `;

const texts: [string, string][] = [
  ['no template at all', 'no template at all'],
  ['{{ .Release.Name }}-{{.Release.Namespace}}', 'demo-apps'],
  ['{{ .Chart.Name | upper }} {{ .Chart.Version }}', 'APP-TEMPLATE 4.1.1+x'],
  ['{{ $.Values.port }} {{ .Values.on }}', '8080 true'],
  ['{{ .Values.missing | default "x" }}{{ .Values.missing }}', 'x'],
  ['a  {{- " b " -}}  c', 'a b c'],
  ['{{ "" }}{{/* nothing */}}', ''],
  ['{{ printf "%s:%d %q %%" .Release.Name .Values.port "y" }}', 'demo:8080 "y" %'],
  ['{{ .Release.Name | replace "d" "D" | trunc 3 | trimSuffix "m" | quote }}', '"De"'],
  ['{{ (printf "%s-x" .Release.Name) | trunc -3 }}', 'o-x'],
  ['{{ include "bjw-s.common.lib.chart.names.fullname" . }}', 'demo-full'],
  ['{{ tpl .Values.nested.text $ }}', 'inner demo'],
  ['{{ index .Values.list 1 }}{{ join "," .Values.list }}', 'ba,b'],
  ['{{ ternary "yes" "no" (eq .Values.port 8080) }}', 'yes'],
  ['{{ `raw "text"` | squote }}', '\'raw "text"\''],
  ['{{ required "no port" .Values.port }}', '8080'],
];

const refused: [string, string][] = [
  ['{{ if .Values.on }}x{{ end }}', 'the template function ‘if’ is not known; write it in Nix'],
  ['{{ $x := 1 }}', 'is more than this template language knows; write it in Nix'],
  ['{{ .Values.a.b }}', '‘.Values.a.b’: there is nothing to look ‘b’ up in'],
  ['{{ .Release.Name', 'has no closing ‘}}’'],
  ['{{ include "other" . }}', 'the template ‘other’ cannot be included'],
  ['{{ quote }}', 'the template function ‘quote’ needs at least 1 arguments'],
  ['{{ required "set a host" .Values.host }}', 'set a host'],
];

describe.skipIf(!hasNix)('template strings', () => {
  const results = hasNix
    ? (evaluate(
        `${EVALUATE} map (template.text ctx [ "a" ]) input`,
        texts.map(([text]) => text),
      ) as string[])
    : [];

  it.each(texts.map(([text, expected], index) => ({ text, expected, index })))(
    '$text',
    ({ expected, index }) => {
      expect(results[index]).toBe(expected);
    },
  );

  it('are evaluated in names and at any depth', () => {
    const value = { '{{ .Release.Name }}': [{ a: '{{ .Values.port }}', n: 1 }, null] };
    expect(evaluate(`${EVALUATE} template.deep ctx [ "a" ] input`, value)).toEqual({
      demo: [{ a: '8080', n: 1 }, null],
    });
  });

  it('leave text alone that was escaped', () => {
    const text = '{{ .X }} {{{ y }}} {';
    expect(
      evaluate(
        `${EVALUATE} template.text ctx [ ] (import (nix + "/release/template/escape.nix") input)`,
        text,
      ),
    ).toBe(text);
  });

  it.each(refused)('%s is refused', (text, message) => {
    const { status, stderr } = runNix(`${EVALUATE} template.text ctx [ "env" "A" ] input`, text);
    expect(status).not.toBe(0);
    expect(stderr).toContain(`release ‘demo’: values.env.A: `);
    expect(stderr).toContain(message);
  });
});
