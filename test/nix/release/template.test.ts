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
      values = { port = 8080; on = true; nested.text = "inner {{ .Release.Name }}"; list = [ "a" "b" ]; tree.n.x = [ { a = 1; b = [ ]; } "q" ]; };
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
  ['{{ tpl "{{ .Release.Name }}" $ }}-{{ "}}" }}', 'demo-}}'],
  ['{{ toYaml .Values.tree | indent 2 }}', '  "n":\n    x:\n    - a: 1\n      b: []\n    - q'],
  ['{{ .Values.list }} {{ .Values.tree.n }}', '[a b] map[x:[map[a:1 b:[]] q]]'],
  ['{{ dig "n" "y" "none" .Values.tree }} {{ dict "k" "v" | toJson }}', 'none {"k":"v"}'],
  ['{{ include "bjw-s.common.lib.chart.names.name" . | title | repeat 2 }}', 'DemoDemo'],
  [
    '{{ add 1 "2" | mul 3 }} {{ div 7 2 }} {{ mod 7 2 }} {{ max 1 5 3 }} {{ int 1.9 }}',
    '9 3 1 5 1',
  ],
  [
    '{{ gt 2 1 | ternary "more" "less" }} {{ substr 0 2 "abc" }} {{ trimAll "-" "-a-" }}',
    'more ab a',
  ],
  ['{{ .Capabilities.KubeVersion.Version }}', 'v1.34.0'],
];

const refused: [string, string][] = [
  ['{{ if .Values.on }}x{{ end }}', 'the template function ‘if’ is not known; write it in Nix'],
  ['{{ $x := 1 }}', 'is more than this template language knows; write it in Nix'],
  ['{{ .Values.a.b }}', '‘.Values.a.b’: there is nothing to look ‘b’ up in'],
  ['{{ .Release.Name', 'has no closing ‘}}’'],
  ['{{ include "other" . }}', 'the template ‘other’ cannot be included'],
  ['{{ quote }}', 'the template function ‘quote’ needs at least 1 arguments'],
  ['{{ required "set a host" .Values.host }}', 'set a host'],
  ['{{ }}', 'an empty template action'],
  ['{{ ternary "a" "b" "c" }}', '‘ternary’ wants true or false, not the string "c"'],
  ['{{ first .Values.port }}', '‘first’ wants a list, not 8080'],
  ['{{ index .Values.list 9 }}', '‘index’: there is no item 9'],
  ['{{ gt 1 "a" }}', '‘gt’ compares two numbers or two texts'],
  ['{{ div 1 0 }}', 'a division by zero'],
  ['{{ add 1 "many" }}', 'the string "many" is no number'],
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
