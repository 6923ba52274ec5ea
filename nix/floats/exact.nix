/* The shortest digits of a positive float by exact arithmetic: float → { digits; exponent; }, d.ddd × 10^exponent.

   Every decimal number between the halfway points to the two neighbours reads back to the float; of those with the
   fewest digits it is the one closest to the float, the even one of two that are equally close (Steele and White 1990,
   the rule of Go's strconv, Python's repr and JavaScript). The float and both halfway points are written out in full,
   as limbs of nine decimal digits, lowest first: no rounding happens anywhere. */
let
  inherit (builtins) any div elemAt floor foldl' genList length;

  base = 1000000000;
  mod = a: b: a - b * (a / b);
  power = radix: count: foldl' (product: _: product * radix) 1 (genList (index: index) count);

  # Factors so that 2^1074 times a float can be taken without leaving the range of floats.
  powersOfTwo = map (exponent: { inherit exponent; value = power 2.0 exponent; }) [ 64 512 256 128 64 32 16 8 4 2 1 ];
  fits = power 2.0 53;
  smallestNormal = 1.0 / power 2.0 1022;

  # float → { mantissa; exponent; }: mantissa × 2^exponent, an integer of 53 bits, of fewer below the normal range.
  binary = float:
    let
      shrink = state: step:
        if state.value / step.value * 2 >= fits
        then { value = state.value / step.value; exponent = state.exponent + step.exponent; } else state;
      grow = state: step:
        if state.value * step.value < fits
        then { value = state.value * step.value; exponent = state.exponent - step.exponent; } else state;
      found = foldl' (if float >= fits then shrink else grow) { value = float; exponent = 0; } powersOfTwo;
      subnormal = { value = float * power 2.0 537 * power 2.0 537; exponent = -1074; };
      whole = { value, exponent }: { mantissa = floor value; inherit exponent; };
    in
    whole (if float < smallestNormal then subnormal else found);

  # A list of limbs times high × base + low; both parts are below base.
  times = high: low: limbs:
    let
      count = length limbs;
      at = index: if index < 0 || index >= count then 0 else elemAt limbs index;
      step = state: index:
        let
          sum = high * at (index - 1) + low * at index + state.carry;
          carry = sum / base;
        in
        builtins.seq carry { inherit carry; limbs = state.limbs ++ [ (sum - carry * base) ]; };
      product = foldl' step { carry = 0; limbs = [ ]; } (genList (index: index) (count + 2));
    in
    withoutZeros product.limbs;

  withoutZeros = limbs:
    let count = length limbs; in
    if count > 1 && elemAt limbs (count - 1) == 0 then withoutZeros (genList (elemAt limbs) (count - 1)) else limbs;

  # radix^n as limbs, each made when it is first asked for: every step-th from the one before it, the others from those.
  powers = radix: step: count:
    let
      coarse = genList (index: if index == 0 then [ 1 ] else times 0 (power radix step) (elemAt coarse (index - 1))) (count / step + 1);
    in
    elemAt (genList (index: times 0 (power radix (mod index step)) (elemAt coarse (index / step))) (count + 1));
  powersOf2 = powers 2 29 969;
  powersOf5 = powers 5 12 1076;

  digitsIn = limb: builtins.stringLength (toString limb);
in
float:
let
  inherit (binary float) mantissa exponent;

  # In units of a quarter of the last place. Below a power of two the next float is half as far away.
  isPowerOfTwo = mantissa == 4503599627370496 && exponent > -1074;
  quarters = exponent - 2;
  scale = if quarters >= 0 then powersOf2 quarters else powersOf5 (0 - quarters);
  shift = if quarters >= 0 then 0 else quarters;
  written = number: times (number / base) (mod number base) scale;

  value = written (4 * mantissa);
  count = length value;
  width = digitsIn (elemAt value (count - 1));
  total = width + 9 * (count - 1);

  # The first 18 digits, counted from the first of the float, and whether anything but zeros follows.
  cut = limbs:
    let
      at = index: if index < 0 || index >= length limbs then 0 else elemAt limbs index;
      third = at (count - 3);
    in
    {
      first = (at count * base + at (count - 1)) * power 10 (18 - width) + at (count - 2) * power 10 (9 - width) + third / power 10 width;
      more = mod third (power 10 width) != 0 || any (index: at index != 0) (genList (index: index) (if count > 3 then count - 3 else 0));
    };
  low = cut (written (4 * mantissa - (if isPowerOfTwo then 1 else 2)));
  here = cut value;
  high = cut (written (4 * mantissa + 2));

  # A halfway point itself reads as the float with the even mantissa.
  isInclusive = mod mantissa 2 == 0;

  # The best number of `size` digits, or null.
  ofSize = size:
    let
      unit = power 10 (18 - size);
      below = here.first / unit;
      above = below + 1;
      rest = here.first - below * unit;
      lowest = low.first / unit;
      highest = high.first / unit;
      isExact = number: cut: number * unit == cut.first && !cut.more;
      belowReads = below > lowest || (isInclusive && isExact below low);
      aboveReads = above < highest || (above == highest && (isInclusive || !(isExact above high)));
      isTie = rest * 2 == unit && !here.more;
      belowIsCloser = if isTie then mod below 2 == 0 else rest * 2 < unit;
    in
    if belowReads && (belowIsCloser || !aboveReads) then below
    else if aboveReads then above
    else null;

  shortest = size:
    let number = ofSize size; in
    if number == null then shortest (size + 1) else { digits = toString number; inherit size; };
  found = shortest 1;
in
{
  inherit (found) digits;
  # Rounding up may have made one digit more: 99 became 100.
  exponent = total - 1 + shift + builtins.stringLength found.digits - found.size;
}
