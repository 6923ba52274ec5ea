import { X509Certificate } from 'node:crypto';
import type { Format } from '../schema/formats.ts';
import { matching } from './format.ts';

/** Formats of definitions of custom resources, and of certificates. */
export const DEFINITION_FORMATS: readonly (readonly [string, Format])[] = [
  ['warning-text', matching(/^[\P{C}]*$/u, 'printable characters')],
  ['json-path', matching(/^\./, 'a JSON path that starts with a dot')],
  ['spec-json-path', matching(/^\.spec\./, 'a JSON path below .spec')],
  ['status-json-path', matching(/^\.status\./, 'a JSON path below .status')],
  ['any-json-path', matching(/^\.(spec|status)\./, 'a JSON path below .spec or .status')],
  [
    'certificates',
    { test: (text) => text === '' || areCertificates(text), wanted: 'certificates in PEM' },
  ],
  [
    'certificate-request',
    {
      test: (text) => text === '' || isRequest(text),
      wanted: 'a certificate request in PEM, in base64',
    },
  ],
];

const BLOCK = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g;

function areCertificates(text: string): boolean {
  const blocks = [...text.matchAll(BLOCK)];
  return (
    blocks.length > 0 &&
    blocks.every(([block, type]) => type === 'CERTIFICATE' && isCertificate(block))
  );
}

function isCertificate(block: string): boolean {
  try {
    return Boolean(new X509Certificate(block));
  } catch {
    return false;
  }
}

function isRequest(encoded: string): boolean {
  const text = Buffer.from(encoded, 'base64').toString('latin1');
  return /-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(text);
}
