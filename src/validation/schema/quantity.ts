const QUANTITY = /^[+-]?(\d+(\.\d*)?|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

/** `100m`, `1.5Gi`, `2e3`: an amount with an optional unit. */
export function isQuantity(text: string): boolean {
  return QUANTITY.test(text);
}

const UNITS = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/** The number that a quantity stands for; undefined for a text that is none. */
export function amountOf(text: string): number | undefined {
  const [, digits, unit = ''] = QUANTITY_PARTS.exec(text) ?? [];
  if (digits === undefined || !isQuantity(text)) return undefined;
  const number = Number(digits);
  if (/^[eE]/.test(unit) && unit !== 'E') return number * 10 ** Number(unit.slice(1));
  if (unit.endsWith('i')) return number * 1024 ** ('KMGTPE'.indexOf(unit.charAt(0)) + 1);
  return number * 1000 ** (UNITS.indexOf(unit) - UNITS.indexOf(''));
}

const QUANTITY_PARTS = /^([+-]?(?:\d+\.?\d*|\.\d+))(.*)$/;
