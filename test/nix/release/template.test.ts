import { describe, expect, it } from 'vitest';
import { evaluate, hasNix, runNix } from '../support/nix-eval.ts';

const EVALUATE = `
  let
    template = import (nix + "/release/template") { inherit lib; };
    ctx = {
      release = { name = "demo"; namespace = "apps"; };
      chart = { name = "app-template"; version = "4.1.1+x"; };
      capabilities = { kubeVersion = "1.34"; apiVersions = [ "x/v1" ]; };
      labelsAs = "Helm";
      name = "demo";
      fullname = "demo-full";
      values = { lat = 52.5200066; f = { x = 1234567.5; z = 0.1; }; port = 8080; on = true; nested.text = "inner {{ .Release.Name }}"; list = [ "a" "b" ]; tree.n.x = [ { a = 1; b = [ ]; } "q" ]; };
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
  // As helm 3.17.3 prints them.
  [
    '{{ .Values.lat }} {{ .Values.f.x }} {{ .Values.f }}',
    '52.5200066 1.2345675e+06 map[x:1.2345675e+06 z:0.1]',
  ],
  [
    '{{ .Values.lat | quote }} {{ print .Values.f.x 1.5 1e7 }}',
    '"52.5200066" 1.2345675e+06 1.5 1e+07',
  ],
  [
    '{{ .Values.f | toJson }} {{ toJson "<a & b>" }}',
    '{"x":1234567.5,"z":0.1} "\\u003ca \\u0026 b\\u003e"',
  ],
  ['{{ .Values.f | toYaml }} {{ printf "%v" .Values.lat }}', 'x: 1.2345675e+06\nz: 0.1 52.5200066'],
  ['{{ 2000000 | float64 }} {{ 0.00001 }} {{ 1000000.0 | toYaml }}', '2e+06 1e-05 1000000'],
  ['{{ .Capabilities.KubeVersion.Version }}', 'v1.34.0'],
  [
    '{{ .Capabilities.APIVersions.Has "x/v1" }}{{ $.Capabilities.APIVersions.Has "y/v1" }}',
    'truefalse',
  ],
  ['{{ if .Values.missing }}a{{ else if .Values.on }}b{{ else }}c{{ end }}', 'b'],
  ['{{ if not .Values.on }}a{{ end }}{{ if .Values.list -}} x {{- end }}', 'x'],
  [
    '{{ with .Values.nested }}{{ .text }} {{ $.Release.Name }}{{ end }}',
    'inner {{ .Release.Name }} demo',
  ],
  ['{{ with $n := .Values.missing }}a{{ else }}{{ .Values.port }}{{ end }}', '8080'],
  ['{{ range .Values.list }}<{{ . }}>{{ else }}none{{ end }}', '<a><b>'],
  ['{{ range $i, $e := .Values.list }}{{ if $i }},{{ end }}{{ $e }}{{ end }}', 'a,b'],
  ['{{ range $k, $v := dict "b" 1 "a" 2 }}{{ $k }}{{ $v }}{{ end }}', 'a2b1'],
  [
    '{{ range .Values.missing }}x{{ else }}none{{ end }}{{ range until 3 }}{{ . }}{{ end }}',
    'none012',
  ],
  ['{{ $x := "a" }}{{ range .Values.list }}{{ $x = cat $x . }}{{ end }}{{ $x }}', 'a a b'],
  ['{{ $x := "a" }}{{ if true }}{{ $x := "b" }}{{ $x }}{{ end }}{{ $x }}', 'ba'],
  ['{{ $x := dict "a" (list 1 2) }}{{ index $x.a 1 }}', '2'],
  ['{{ tpl "{{ .text }}" (dict "text" "own") }}', 'own'],
  ['{{ (split "@" "1.2@sha256:x")._0 }}', '1.2'],
  ['{{ b64enc "hello" }} {{ b64enc "hell" }} {{ "aGVs" | b64dec }}', 'aGVsbG8= aGVsbA== hel'],
  ['{{ sha1sum "a" | trunc 8 }} {{ sha256sum "a" | trunc 8 }}', '86f7e437 ca978112'],
  [
    String.raw`{{ regexReplaceAll "(\\w)-(\\w)" "a-b" "$1$1-$2" }} {{ regexMatch "^\\d+$" "12" }}`,
    'aa-b true',
  ],
  ['{{ keys .Values.tree | join "," }} {{ has "a" .Values.list }} {{ eq 3 1 2 3 }}', 'n true true'],
  [
    '{{ merge (dict "a" 1) (dict "a" 2 "b" 3) | toJson }} {{ omit (dict "a" 1 "b" 2) "b" }}',
    '{"a":1,"b":3} map[a:1]',
  ],
  ['{{ kindOf .Values.list }} {{ kindIs "string" "a" }}', 'slice true'],
  ['{{ fromJson "[1, 2]" | reverse }}{{ concat .Values.list (list "c") | last }}', '[2 1]c'],
];

const refused: [string, string][] = [
  ['{{ if .Values.on }}x', '‘{{ if }}’ has no ‘{{ end }}’'],
  ['{{ if .Values.on }}x{{ else }}y', '‘{{ else }}’ has no ‘{{ end }}’'],
  ['x{{ end }}', '‘{{ end }}’ closes nothing'],
  [
    '{{ define "x" }}{{ end }}',
    '‘{{ define }}’ is more than this template language knows; write it in Nix',
  ],
  ['{{ $x }}', 'the template variable ‘$x’ is not known'],
  ['{{ $x = 1 }}', 'the template variable ‘$x’ is not known'],
  ['{{ $a, $b := .Values.list }}', 'gives two variables one value'],
  ['{{ range "abc" }}{{ end }}', '‘range’ wants a list or an attribute set, not the string "abc"'],
  ['{{ .Values.port "x" }}', '‘.Values.port’ takes no arguments'],
  ['{{ regexMatch "a|b" "a" }}', 'holds ‘|’, which is not known here'],
  ['{{ b64enc "é" }}', '‘b64enc’ knows ASCII only'],
  [String.raw`{{ quote "\w" }}`, 'is more than this template language knows'],
  ['{{ now }}', 'the template function ‘now’ is not known; write it in Nix'],
  ['{{ joim "," .Values.list }}', 'the template function ‘joim’ is not known; did you mean join?'],
  ['{{ fail "no" }}', 'no'],
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

  it('are escaped as upstream does it: sums are taken over that text', () => {
    expect(evaluate('import (nix + "/release/template/escape.nix") input', 'a: {{ b }}')).toBe(
      'a: {{ `{{` }} b }}',
    );
  });

  it.each(refused)('%s is refused', (text, message) => {
    const { status, stderr } = runNix(`${EVALUATE} template.text ctx [ "env" "A" ] input`, text);
    expect(status).not.toBe(0);
    expect(stderr).toContain(`release ‘demo’: values.env.A: `);
    expect(stderr).toContain(message);
  });
});
