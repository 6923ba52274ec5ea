// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:87636554aef065ad9a6439e2cec84222284b8accbc39b3720f9e44b74576e1f8
/* eslint-disable */

import * as z from 'zod';

export interface Ir {
  /**
   * Type of the attributes that no option declares; without it there are none.
   *
   * Declared in nix/bridge/ir-contract.nix:112.
   */
  freeform: IrFreeform | null;
  /**
   * Options, and plain sets around options, by name.
   *
   * Declared in nix/bridge/ir-contract.nix:111.
   */
  options: IrFreeformSubmoduleOptions;
  /**
   * Version of this contract.
   *
   * Declared in nix/bridge/ir-contract.nix:116.
   */
  version: 'gantry-ir/1';
}

export interface IrInput {
  /**
   * Type of the attributes that no option declares; without it there are none.
   *
   * Declared in nix/bridge/ir-contract.nix:112.
   */
  freeform?: IrFreeformInput | null | undefined;
  /**
   * Options, and plain sets around options, by name.
   *
   * Declared in nix/bridge/ir-contract.nix:111.
   */
  options?: IrFreeformSubmoduleOptionsInput | undefined;
  /**
   * Version of this contract.
   *
   * Declared in nix/bridge/ir-contract.nix:116.
   */
  version: 'gantry-ir/1';
}

export type IrFreeform = IrFreeform2 | IrFreeform3 | IrFreeformPath | IrFreeformStrMatching | IrFreeformSeparatedString | IrFreeformEnum | IrFreeform4 | IrFreeformListOf | IrFreeformAttrsOf | IrFreeformAttrListOf | IrFreeformEither | IrFreeformCoercedTo | IrFreeformAttrTag | IrFreeformRemerged | IrFreeformFunctionTo | IrFreeformSubmodule | IrFreeformUnknown | IrFreeformRef;
export type IrFreeformInput = IrFreeform2Input | IrFreeform3Input | IrFreeformPathInput | IrFreeformStrMatchingInput | IrFreeformSeparatedStringInput | IrFreeformEnumInput | IrFreeform4Input | IrFreeformListOfInput | IrFreeformAttrsOfInput | IrFreeformAttrListOfInput | IrFreeformEitherInput | IrFreeformCoercedToInput | IrFreeformAttrTagInput | IrFreeformRemergedInput | IrFreeformFunctionToInput | IrFreeformSubmoduleInput | IrFreeformUnknownInput | IrFreeformRefInput;

export interface IrFreeform2 {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'anything' | 'attrs' | 'bool' | 'deferredModule' | 'fileset' | 'float' | 'luaInline' | 'nonEmptyStr' | 'optionDeclaration' | 'optionType' | 'package' | 'passwdEntry' | 'pkgs' | 'raw' | 'singleLineStr' | 'str' | 'unspecified';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeform2Input {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'anything' | 'attrs' | 'bool' | 'deferredModule' | 'fileset' | 'float' | 'luaInline' | 'nonEmptyStr' | 'optionDeclaration' | 'optionType' | 'package' | 'passwdEntry' | 'pkgs' | 'raw' | 'singleLineStr' | 'str' | 'unspecified';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeform3 {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * What every value is greater than.
   *
   * Declared in nix/bridge/ir-contract.nix:41.
   */
  exclusiveMinimum: number | IrFreeformExclusiveMinimumNumber | null;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'int' | 'number';
  /**
   * Greatest value.
   *
   * Declared in nix/bridge/ir-contract.nix:40.
   */
  maximum: number | IrFreeformExclusiveMinimumNumber | null;
  /**
   * Least value.
   *
   * Declared in nix/bridge/ir-contract.nix:39.
   */
  minimum: number | IrFreeformExclusiveMinimumNumber | null;
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeform3Input {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * What every value is greater than.
   *
   * Declared in nix/bridge/ir-contract.nix:41.
   */
  exclusiveMinimum?: number | IrFreeformExclusiveMinimumNumberInput | null | undefined;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'int' | 'number';
  /**
   * Greatest value.
   *
   * Declared in nix/bridge/ir-contract.nix:40.
   */
  maximum?: number | IrFreeformExclusiveMinimumNumberInput | null | undefined;
  /**
   * Least value.
   *
   * Declared in nix/bridge/ir-contract.nix:39.
   */
  minimum?: number | IrFreeformExclusiveMinimumNumberInput | null | undefined;
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformExclusiveMinimumNumber {
  /**
   * Marks a number that is written as text.
   *
   * Declared in nix/bridge/ir-contract.nix:15.
   */
  _type: 'number';
  /**
   * Its digits, as in JSON.
   *
   * Declared in nix/bridge/ir-contract.nix:16.
   */
  text: string;
}

export interface IrFreeformExclusiveMinimumNumberInput {
  /**
   * Marks a number that is written as text.
   *
   * Declared in nix/bridge/ir-contract.nix:15.
   */
  _type: 'number';
  /**
   * Its digits, as in JSON.
   *
   * Declared in nix/bridge/ir-contract.nix:16.
   */
  text: string;
}

export interface IrFreeformPath {
  /**
   * Whether it starts with a slash, where the type says so.
   *
   * Declared in nix/bridge/ir-contract.nix:45.
   */
  absolute: boolean | null;
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Whether it lies in the Nix store, where the type says so.
   *
   * Declared in nix/bridge/ir-contract.nix:44.
   */
  inStore: boolean | null;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'path';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformPathInput {
  /**
   * Whether it starts with a slash, where the type says so.
   *
   * Declared in nix/bridge/ir-contract.nix:45.
   */
  absolute?: boolean | null | undefined;
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Whether it lies in the Nix store, where the type says so.
   *
   * Declared in nix/bridge/ir-contract.nix:44.
   */
  inStore?: boolean | null | undefined;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'path';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformStrMatching {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'strMatching';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * POSIX extended regular expression of the whole text, where it can be had.
   *
   * Declared in nix/bridge/ir-contract.nix:48.
   */
  pattern: string | null;
}

export interface IrFreeformStrMatchingInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'strMatching';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * POSIX extended regular expression of the whole text, where it can be had.
   *
   * Declared in nix/bridge/ir-contract.nix:48.
   */
  pattern?: string | null | undefined;
}

export interface IrFreeformSeparatedString {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'separatedString';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * What stands between two definitions.
   *
   * Declared in nix/bridge/ir-contract.nix:50.
   */
  separator: string;
}

export interface IrFreeformSeparatedStringInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'separatedString';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * What stands between two definitions.
   *
   * Declared in nix/bridge/ir-contract.nix:50.
   */
  separator: string;
}

export interface IrFreeformEnum {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'enum';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * Whether there are others.
   *
   * Declared in nix/bridge/ir-contract.nix:53.
   */
  open: boolean;
  /**
   * The values that cross to JSON; numbers that JSON would change as `{ _type = "number"; text; }`.
   *
   * Declared in nix/bridge/ir-contract.nix:52.
   */
  values: unknown[];
}

export interface IrFreeformEnumInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'enum';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * Whether there are others.
   *
   * Declared in nix/bridge/ir-contract.nix:53.
   */
  open: boolean;
  /**
   * The values that cross to JSON; numbers that JSON would change as `{ _type = "number"; text; }`.
   *
   * Declared in nix/bridge/ir-contract.nix:52.
   */
  values?: unknown[] | undefined;
}

export interface IrFreeform4 {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * The type of what it holds.
   *
   * Declared in nix/bridge/ir-contract.nix:55.
   */
  element: IrFreeform;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'nullOr' | 'unique';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeform4Input {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * The type of what it holds.
   *
   * Declared in nix/bridge/ir-contract.nix:55.
   */
  element: IrFreeformInput;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'nullOr' | 'unique';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformListOf {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * The type of what it holds.
   *
   * Declared in nix/bridge/ir-contract.nix:57.
   */
  element: IrFreeform;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'listOf';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * Whether the empty list is no value.
   *
   * Declared in nix/bridge/ir-contract.nix:58.
   */
  nonEmpty: boolean;
}

export interface IrFreeformListOfInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * The type of what it holds.
   *
   * Declared in nix/bridge/ir-contract.nix:57.
   */
  element: IrFreeformInput;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'listOf';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * Whether the empty list is no value.
   *
   * Declared in nix/bridge/ir-contract.nix:58.
   */
  nonEmpty: boolean;
}

export interface IrFreeformAttrsOf {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * The type of what it holds.
   *
   * Declared in nix/bridge/ir-contract.nix:61.
   */
  element: IrFreeform;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'attrsOf';
  /**
   * Whether the values are evaluated one by one.
   *
   * Declared in nix/bridge/ir-contract.nix:62.
   */
  lazy: boolean;
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * What messages call the names of the attributes.
   *
   * Declared in nix/bridge/ir-contract.nix:63.
   */
  placeholder: string;
}

export interface IrFreeformAttrsOfInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * The type of what it holds.
   *
   * Declared in nix/bridge/ir-contract.nix:61.
   */
  element: IrFreeformInput;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'attrsOf';
  /**
   * Whether the values are evaluated one by one.
   *
   * Declared in nix/bridge/ir-contract.nix:62.
   */
  lazy: boolean;
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * What messages call the names of the attributes.
   *
   * Declared in nix/bridge/ir-contract.nix:63.
   */
  placeholder: string;
}

export interface IrFreeformAttrListOf {
  /**
   * Whether it gives an attribute set in place of a list.
   *
   * Declared in nix/bridge/ir-contract.nix:67.
   */
  asAttrs: boolean;
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * The type of what it holds.
   *
   * Declared in nix/bridge/ir-contract.nix:66.
   */
  element: IrFreeform;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'attrListOf';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformAttrListOfInput {
  /**
   * Whether it gives an attribute set in place of a list.
   *
   * Declared in nix/bridge/ir-contract.nix:67.
   */
  asAttrs: boolean;
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * The type of what it holds.
   *
   * Declared in nix/bridge/ir-contract.nix:66.
   */
  element: IrFreeformInput;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'attrListOf';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformEither {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'either';
  /**
   * The types any of which a value has.
   *
   * Declared in nix/bridge/ir-contract.nix:69.
   */
  members: IrFreeform[];
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformEitherInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'either';
  /**
   * The types any of which a value has.
   *
   * Declared in nix/bridge/ir-contract.nix:69.
   */
  members?: IrFreeformInput[] | undefined;
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformCoercedTo {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * What people may write too.
   *
   * Declared in nix/bridge/ir-contract.nix:71.
   */
  from: IrFreeform;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'coercedTo';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * What becomes of it.
   *
   * Declared in nix/bridge/ir-contract.nix:72.
   */
  to: IrFreeform;
}

export interface IrFreeformCoercedToInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * What people may write too.
   *
   * Declared in nix/bridge/ir-contract.nix:71.
   */
  from: IrFreeformInput;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'coercedTo';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * What becomes of it.
   *
   * Declared in nix/bridge/ir-contract.nix:72.
   */
  to: IrFreeformInput;
}

export interface IrFreeformAttrTag {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'attrTag';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * The attributes of which a value has one.
   *
   * Declared in nix/bridge/ir-contract.nix:74.
   */
  tags: { [key: string]: IrFreeformAttrTagTag };
}

export interface IrFreeformAttrTagInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'attrTag';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * The attributes of which a value has one.
   *
   * Declared in nix/bridge/ir-contract.nix:74.
   */
  tags?: { [key: string]: IrFreeformAttrTagTagInput } | undefined;
}

export interface IrFreeformAttrTagTag {
  /**
   * Whether `apply` changes the value: what evaluation gives may then be anything.
   *
   * Declared in nix/bridge/ir-contract.nix:97.
   */
  applied: boolean;
  /**
   * Where it is declared.
   *
   * Declared in nix/bridge/ir-contract.nix:103.
   */
  declarations: IrFreeformAttrTagTagDeclaration[];
  /**
   * Its description.
   *
   * Declared in nix/bridge/ir-contract.nix:102.
   */
  description: string | null;
  /**
   * Whether it has a default.
   *
   * Declared in nix/bridge/ir-contract.nix:95.
   */
  hasDefault: boolean;
  /**
   * Whether it has the empty value of its type when nobody defines it.
   *
   * Declared in nix/bridge/ir-contract.nix:96.
   */
  hasEmptyValue: boolean;
  /**
   * Whether manuals leave it out.
   *
   * Declared in nix/bridge/ir-contract.nix:99.
   */
  internal: boolean;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'option';
  /**
   * Whether it may be defined once only.
   *
   * Declared in nix/bridge/ir-contract.nix:98.
   */
  readOnly: boolean;
  /**
   * Its type.
   *
   * Declared in nix/bridge/ir-contract.nix:94.
   */
  type: IrFreeform;
  /**
   * Whether manuals show it; `"shallow"` and `"transparent"` say which half of option and sub-options.
   *
   * Declared in nix/bridge/ir-contract.nix:100.
   */
  visible: boolean | string;
}

export interface IrFreeformAttrTagTagInput {
  /**
   * Whether `apply` changes the value: what evaluation gives may then be anything.
   *
   * Declared in nix/bridge/ir-contract.nix:97.
   */
  applied: boolean;
  /**
   * Where it is declared.
   *
   * Declared in nix/bridge/ir-contract.nix:103.
   */
  declarations?: IrFreeformAttrTagTagDeclarationInput[] | undefined;
  /**
   * Its description.
   *
   * Declared in nix/bridge/ir-contract.nix:102.
   */
  description?: string | null | undefined;
  /**
   * Whether it has a default.
   *
   * Declared in nix/bridge/ir-contract.nix:95.
   */
  hasDefault: boolean;
  /**
   * Whether it has the empty value of its type when nobody defines it.
   *
   * Declared in nix/bridge/ir-contract.nix:96.
   */
  hasEmptyValue: boolean;
  /**
   * Whether manuals leave it out.
   *
   * Declared in nix/bridge/ir-contract.nix:99.
   */
  internal: boolean;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'option';
  /**
   * Whether it may be defined once only.
   *
   * Declared in nix/bridge/ir-contract.nix:98.
   */
  readOnly: boolean;
  /**
   * Its type.
   *
   * Declared in nix/bridge/ir-contract.nix:94.
   */
  type: IrFreeformInput;
  /**
   * Whether manuals show it; `"shallow"` and `"transparent"` say which half of option and sub-options.
   *
   * Declared in nix/bridge/ir-contract.nix:100.
   */
  visible: boolean | string;
}

export interface IrFreeformAttrTagTagDeclaration {
  /**
   * Column, from 1.
   *
   * Declared in nix/bridge/ir-contract.nix:89.
   */
  column: number | null;
  /**
   * Path of the file.
   *
   * Declared in nix/bridge/ir-contract.nix:87.
   */
  file: string;
  /**
   * Line, from 1.
   *
   * Declared in nix/bridge/ir-contract.nix:88.
   */
  line: number | null;
}

export interface IrFreeformAttrTagTagDeclarationInput {
  /**
   * Column, from 1.
   *
   * Declared in nix/bridge/ir-contract.nix:89.
   */
  column?: number | null | undefined;
  /**
   * Path of the file.
   *
   * Declared in nix/bridge/ir-contract.nix:87.
   */
  file: string;
  /**
   * Line, from 1.
   *
   * Declared in nix/bridge/ir-contract.nix:88.
   */
  line?: number | null | undefined;
}

export interface IrFreeformRemerged {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * What people write. Another function merges it, so anything may come.
   *
   * Declared in nix/bridge/ir-contract.nix:75.
   */
  element: IrFreeform;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'remerged';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformRemergedInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * What people write. Another function merges it, so anything may come.
   *
   * Declared in nix/bridge/ir-contract.nix:75.
   */
  element: IrFreeformInput;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'remerged';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
}

export interface IrFreeformFunctionTo {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'functionTo';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * The type of what it gives.
   *
   * Declared in nix/bridge/ir-contract.nix:76.
   */
  result: IrFreeform;
}

export interface IrFreeformFunctionToInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'functionTo';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * The type of what it gives.
   *
   * Declared in nix/bridge/ir-contract.nix:76.
   */
  result: IrFreeformInput;
}

export interface IrFreeformSubmodule {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Type of the attributes that no option declares; without it there are none.
   *
   * Declared in nix/bridge/ir-contract.nix:112.
   */
  freeform: IrFreeform | null;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'submodule';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * Options, and plain sets around options, by name.
   *
   * Declared in nix/bridge/ir-contract.nix:111.
   */
  options: IrFreeformSubmoduleOptions;
}

export interface IrFreeformSubmoduleInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Type of the attributes that no option declares; without it there are none.
   *
   * Declared in nix/bridge/ir-contract.nix:112.
   */
  freeform?: IrFreeformInput | null | undefined;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'submodule';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * Options, and plain sets around options, by name.
   *
   * Declared in nix/bridge/ir-contract.nix:111.
   */
  options?: IrFreeformSubmoduleOptionsInput | undefined;
}

export type IrFreeformSubmoduleOptions = { [key: string]: IrFreeformAttrTagTag | IrFreeformSubmoduleOptionGroup };
export type IrFreeformSubmoduleOptionsInput = { [key: string]: IrFreeformAttrTagTagInput | IrFreeformSubmoduleOptionGroupInput };

export interface IrFreeformSubmoduleOptionGroup {
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'group';
  /**
   * Options, and plain sets around options, by name.
   *
   * Declared in nix/bridge/ir-contract.nix:106.
   */
  options: IrFreeformSubmoduleOptions;
}

export interface IrFreeformSubmoduleOptionGroupInput {
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'group';
  /**
   * Options, and plain sets around options, by name.
   *
   * Declared in nix/bridge/ir-contract.nix:106.
   */
  options?: IrFreeformSubmoduleOptionsInput | undefined;
}

export interface IrFreeformUnknown {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'unknown';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * Why anything may come: the type is not one of `lib.types`, it is nested too deep, or its declaration hides it.
   *
   * Declared in nix/bridge/ir-contract.nix:79.
   */
  reason: 'type' | 'depth' | 'shallow';
}

export interface IrFreeformUnknownInput {
  /**
   * Its description; of a type that holds types the name once more.
   *
   * Declared in nix/bridge/ir-contract.nix:27.
   */
  description: string;
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'unknown';
  /**
   * Name of the type.
   *
   * Declared in nix/bridge/ir-contract.nix:26.
   */
  name: string;
  /**
   * Why anything may come: the type is not one of `lib.types`, it is nested too deep, or its declaration hides it.
   *
   * Declared in nix/bridge/ir-contract.nix:79.
   */
  reason: 'type' | 'depth' | 'shallow';
}

export interface IrFreeformRef {
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'ref';
  /**
   * JSON pointer of the type that it stands for, one around it.
   *
   * Declared in nix/bridge/ir-contract.nix:82.
   */
  to: string;
}

export interface IrFreeformRefInput {
  /**
   * Kind of the node.
   *
   * Declared in nix/bridge/ir-contract.nix:22.
   */
  kind: 'ref';
  /**
   * JSON pointer of the type that it stands for, one around it.
   *
   * Declared in nix/bridge/ir-contract.nix:82.
   */
  to: string;
}

const constructors = {
  array: z.array,
  boolean: z.boolean,
  discriminatedUnion: z.discriminatedUnion,
  int: z.int,
  lazy: z.lazy,
  literal: z.literal,
  never: z.never,
  number: z.number,
  preprocess: z.preprocess,
  record: z.record,
  strictObject: z.strictObject,
  string: z.string,
  union: z.union,
  unknown: z.unknown,
};

/** zod without its types, whose inference would take a compiler minutes: `typed` declares them. */
function zod(): any {
  return constructors;
}

/** Gives a schema its type, and tells where its properties are declared: by file, by name, the line. */
function typed<T>(schema: unknown, declared?: Record<string, Record<string, number | null>>): z.ZodType<T> {
  if (declared !== undefined) z.globalRegistry.add(schema as z.ZodType, { declared });
  return schema as z.ZodType<T>;
}

export const irFreeform2Schema: z.ZodType<IrFreeform2> = typed<IrFreeform2>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['anything', 'attrs', 'bool', 'deferredModule', 'fileset', 'float', 'luaInline', 'nonEmptyStr', 'optionDeclaration', 'optionType', 'package', 'passwdEntry', 'pkgs', 'raw', 'singleLineStr', 'str', 'unspecified']),
  name: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, kind: 22, name: 26 },
});

export const irFreeform2InputSchema: z.ZodType<IrFreeform2Input> = typed<IrFreeform2Input>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['anything', 'attrs', 'bool', 'deferredModule', 'fileset', 'float', 'luaInline', 'nonEmptyStr', 'optionDeclaration', 'optionType', 'package', 'passwdEntry', 'pkgs', 'raw', 'singleLineStr', 'str', 'unspecified']),
  name: zod().string(),
}));

export const irFreeformExclusiveMinimumNumberSchema: z.ZodType<IrFreeformExclusiveMinimumNumber> = typed<IrFreeformExclusiveMinimumNumber>(zod().strictObject({
  _type: zod().literal(['number']),
  text: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { _type: 15, text: 16 },
});

export const irFreeformExclusiveMinimumNumberInputSchema: z.ZodType<IrFreeformExclusiveMinimumNumberInput> = typed<IrFreeformExclusiveMinimumNumberInput>(zod().strictObject({
  _type: zod().literal(['number']),
  text: zod().string(),
}));

export const irFreeform3Schema: z.ZodType<IrFreeform3> = typed<IrFreeform3>(zod().strictObject({
  description: zod().string(),
  exclusiveMinimum: zod().union([zod().number(), irFreeformExclusiveMinimumNumberSchema]).nullable(),
  kind: zod().literal(['int', 'number']),
  maximum: zod().union([zod().number(), irFreeformExclusiveMinimumNumberSchema]).nullable(),
  minimum: zod().union([zod().number(), irFreeformExclusiveMinimumNumberSchema]).nullable(),
  name: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, exclusiveMinimum: 41, kind: 22, maximum: 40, minimum: 39, name: 26 },
});

export const irFreeform3InputSchema: z.ZodType<IrFreeform3Input> = typed<IrFreeform3Input>(zod().strictObject({
  description: zod().string(),
  exclusiveMinimum: zod().union([zod().number(), irFreeformExclusiveMinimumNumberInputSchema]).nullable().optional(),
  kind: zod().literal(['int', 'number']),
  maximum: zod().union([zod().number(), irFreeformExclusiveMinimumNumberInputSchema]).nullable().optional(),
  minimum: zod().union([zod().number(), irFreeformExclusiveMinimumNumberInputSchema]).nullable().optional(),
  name: zod().string(),
}));

export const irFreeformPathSchema: z.ZodType<IrFreeformPath> = typed<IrFreeformPath>(zod().strictObject({
  absolute: zod().boolean().nullable(),
  description: zod().string(),
  inStore: zod().boolean().nullable(),
  kind: zod().literal(['path']),
  name: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { absolute: 45, description: 27, inStore: 44, kind: 22, name: 26 },
});

export const irFreeformPathInputSchema: z.ZodType<IrFreeformPathInput> = typed<IrFreeformPathInput>(zod().strictObject({
  absolute: zod().boolean().nullable().optional(),
  description: zod().string(),
  inStore: zod().boolean().nullable().optional(),
  kind: zod().literal(['path']),
  name: zod().string(),
}));

export const irFreeformStrMatchingSchema: z.ZodType<IrFreeformStrMatching> = typed<IrFreeformStrMatching>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['strMatching']),
  name: zod().string(),
  pattern: zod().string().nullable(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, kind: 22, name: 26, pattern: 48 },
});

export const irFreeformStrMatchingInputSchema: z.ZodType<IrFreeformStrMatchingInput> = typed<IrFreeformStrMatchingInput>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['strMatching']),
  name: zod().string(),
  pattern: zod().string().nullable().optional(),
}));

export const irFreeformSeparatedStringSchema: z.ZodType<IrFreeformSeparatedString> = typed<IrFreeformSeparatedString>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['separatedString']),
  name: zod().string(),
  separator: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, kind: 22, name: 26, separator: 50 },
});

export const irFreeformSeparatedStringInputSchema: z.ZodType<IrFreeformSeparatedStringInput> = typed<IrFreeformSeparatedStringInput>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['separatedString']),
  name: zod().string(),
  separator: zod().string(),
}));

export const irFreeformEnumSchema: z.ZodType<IrFreeformEnum> = typed<IrFreeformEnum>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['enum']),
  name: zod().string(),
  open: zod().boolean(),
  values: zod().array(zod().unknown()),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, kind: 22, name: 26, open: 53, values: 52 },
});

export const irFreeformEnumInputSchema: z.ZodType<IrFreeformEnumInput> = typed<IrFreeformEnumInput>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['enum']),
  name: zod().string(),
  open: zod().boolean(),
  values: zod().array(zod().unknown()).optional(),
}));

export const irFreeform4Schema: z.ZodType<IrFreeform4> = typed<IrFreeform4>(zod().strictObject({
  description: zod().string(),
  element: zod().lazy(() => irFreeformSchema),
  kind: zod().literal(['nullOr', 'unique']),
  name: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, element: 55, kind: 22, name: 26 },
});

export const irFreeform4InputSchema: z.ZodType<IrFreeform4Input> = typed<IrFreeform4Input>(zod().strictObject({
  description: zod().string(),
  element: zod().lazy(() => irFreeformInputSchema),
  kind: zod().literal(['nullOr', 'unique']),
  name: zod().string(),
}));

export const irFreeformListOfSchema: z.ZodType<IrFreeformListOf> = typed<IrFreeformListOf>(zod().strictObject({
  description: zod().string(),
  element: zod().lazy(() => irFreeformSchema),
  kind: zod().literal(['listOf']),
  name: zod().string(),
  nonEmpty: zod().boolean(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, element: 57, kind: 22, name: 26, nonEmpty: 58 },
});

export const irFreeformListOfInputSchema: z.ZodType<IrFreeformListOfInput> = typed<IrFreeformListOfInput>(zod().strictObject({
  description: zod().string(),
  element: zod().lazy(() => irFreeformInputSchema),
  kind: zod().literal(['listOf']),
  name: zod().string(),
  nonEmpty: zod().boolean(),
}));

export const irFreeformAttrsOfSchema: z.ZodType<IrFreeformAttrsOf> = typed<IrFreeformAttrsOf>(zod().strictObject({
  description: zod().string(),
  element: zod().lazy(() => irFreeformSchema),
  kind: zod().literal(['attrsOf']),
  lazy: zod().boolean(),
  name: zod().string(),
  placeholder: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, element: 61, kind: 22, lazy: 62, name: 26, placeholder: 63 },
});

export const irFreeformAttrsOfInputSchema: z.ZodType<IrFreeformAttrsOfInput> = typed<IrFreeformAttrsOfInput>(zod().strictObject({
  description: zod().string(),
  element: zod().lazy(() => irFreeformInputSchema),
  kind: zod().literal(['attrsOf']),
  lazy: zod().boolean(),
  name: zod().string(),
  placeholder: zod().string(),
}));

export const irFreeformAttrListOfSchema: z.ZodType<IrFreeformAttrListOf> = typed<IrFreeformAttrListOf>(zod().strictObject({
  asAttrs: zod().boolean(),
  description: zod().string(),
  element: zod().lazy(() => irFreeformSchema),
  kind: zod().literal(['attrListOf']),
  name: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { asAttrs: 67, description: 27, element: 66, kind: 22, name: 26 },
});

export const irFreeformAttrListOfInputSchema: z.ZodType<IrFreeformAttrListOfInput> = typed<IrFreeformAttrListOfInput>(zod().strictObject({
  asAttrs: zod().boolean(),
  description: zod().string(),
  element: zod().lazy(() => irFreeformInputSchema),
  kind: zod().literal(['attrListOf']),
  name: zod().string(),
}));

export const irFreeformEitherSchema: z.ZodType<IrFreeformEither> = typed<IrFreeformEither>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['either']),
  members: zod().array(zod().lazy(() => irFreeformSchema)),
  name: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, kind: 22, members: 69, name: 26 },
});

export const irFreeformEitherInputSchema: z.ZodType<IrFreeformEitherInput> = typed<IrFreeformEitherInput>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['either']),
  members: zod().array(zod().lazy(() => irFreeformInputSchema)).optional(),
  name: zod().string(),
}));

export const irFreeformCoercedToSchema: z.ZodType<IrFreeformCoercedTo> = typed<IrFreeformCoercedTo>(zod().strictObject({
  description: zod().string(),
  from: zod().lazy(() => irFreeformSchema),
  kind: zod().literal(['coercedTo']),
  name: zod().string(),
  to: zod().lazy(() => irFreeformSchema),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, from: 71, kind: 22, name: 26, to: 72 },
});

export const irFreeformCoercedToInputSchema: z.ZodType<IrFreeformCoercedToInput> = typed<IrFreeformCoercedToInput>(zod().strictObject({
  description: zod().string(),
  from: zod().lazy(() => irFreeformInputSchema),
  kind: zod().literal(['coercedTo']),
  name: zod().string(),
  to: zod().lazy(() => irFreeformInputSchema),
}));

export const irFreeformAttrTagTagDeclarationSchema: z.ZodType<IrFreeformAttrTagTagDeclaration> = typed<IrFreeformAttrTagTagDeclaration>(zod().strictObject({
  column: zod().int().nullable(),
  file: zod().string(),
  line: zod().int().nullable(),
}), {
  'nix/bridge/ir-contract.nix': { column: 89, file: 87, line: 88 },
});

export const irFreeformAttrTagTagDeclarationInputSchema: z.ZodType<IrFreeformAttrTagTagDeclarationInput> = typed<IrFreeformAttrTagTagDeclarationInput>(zod().strictObject({
  column: zod().int().nullable().optional(),
  file: zod().string(),
  line: zod().int().nullable().optional(),
}));

export const irFreeformAttrTagTagSchema: z.ZodType<IrFreeformAttrTagTag> = typed<IrFreeformAttrTagTag>(zod().strictObject({
  applied: zod().boolean(),
  declarations: zod().array(irFreeformAttrTagTagDeclarationSchema),
  description: zod().string().nullable(),
  hasDefault: zod().boolean(),
  hasEmptyValue: zod().boolean(),
  internal: zod().boolean(),
  kind: zod().literal(['option']),
  readOnly: zod().boolean(),
  type: zod().lazy(() => irFreeformSchema),
  visible: zod().union([zod().boolean(), zod().string()]),
}), {
  'nix/bridge/ir-contract.nix': { applied: 97, declarations: 103, description: 102, hasDefault: 95, hasEmptyValue: 96, internal: 99, kind: 22, readOnly: 98, type: 94, visible: 100 },
});

export const irFreeformAttrTagTagInputSchema: z.ZodType<IrFreeformAttrTagTagInput> = typed<IrFreeformAttrTagTagInput>(zod().strictObject({
  applied: zod().boolean(),
  declarations: zod().array(irFreeformAttrTagTagDeclarationInputSchema).optional(),
  description: zod().string().nullable().optional(),
  hasDefault: zod().boolean(),
  hasEmptyValue: zod().boolean(),
  internal: zod().boolean(),
  kind: zod().literal(['option']),
  readOnly: zod().boolean(),
  type: zod().lazy(() => irFreeformInputSchema),
  visible: zod().union([zod().boolean(), zod().string()]),
}));

export const irFreeformAttrTagSchema: z.ZodType<IrFreeformAttrTag> = typed<IrFreeformAttrTag>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['attrTag']),
  name: zod().string(),
  tags: zod().record(zod().string(), irFreeformAttrTagTagSchema),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, kind: 22, name: 26, tags: 74 },
});

export const irFreeformAttrTagInputSchema: z.ZodType<IrFreeformAttrTagInput> = typed<IrFreeformAttrTagInput>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['attrTag']),
  name: zod().string(),
  tags: zod().record(zod().string(), irFreeformAttrTagTagInputSchema).optional(),
}));

export const irFreeformRemergedSchema: z.ZodType<IrFreeformRemerged> = typed<IrFreeformRemerged>(zod().strictObject({
  description: zod().string(),
  element: zod().lazy(() => irFreeformSchema),
  kind: zod().literal(['remerged']),
  name: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, element: 75, kind: 22, name: 26 },
});

export const irFreeformRemergedInputSchema: z.ZodType<IrFreeformRemergedInput> = typed<IrFreeformRemergedInput>(zod().strictObject({
  description: zod().string(),
  element: zod().lazy(() => irFreeformInputSchema),
  kind: zod().literal(['remerged']),
  name: zod().string(),
}));

export const irFreeformFunctionToSchema: z.ZodType<IrFreeformFunctionTo> = typed<IrFreeformFunctionTo>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['functionTo']),
  name: zod().string(),
  result: zod().lazy(() => irFreeformSchema),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, kind: 22, name: 26, result: 76 },
});

export const irFreeformFunctionToInputSchema: z.ZodType<IrFreeformFunctionToInput> = typed<IrFreeformFunctionToInput>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['functionTo']),
  name: zod().string(),
  result: zod().lazy(() => irFreeformInputSchema),
}));

export const irFreeformSubmoduleOptionGroupSchema: z.ZodType<IrFreeformSubmoduleOptionGroup> = typed<IrFreeformSubmoduleOptionGroup>(zod().strictObject({
  kind: zod().literal(['group']),
  options: zod().lazy(() => irFreeformSubmoduleOptionsSchema),
}), {
  'nix/bridge/ir-contract.nix': { kind: 22, options: 106 },
});

export const irFreeformSubmoduleOptionGroupInputSchema: z.ZodType<IrFreeformSubmoduleOptionGroupInput> = typed<IrFreeformSubmoduleOptionGroupInput>(zod().strictObject({
  kind: zod().literal(['group']),
  options: zod().lazy(() => irFreeformSubmoduleOptionsInputSchema).optional(),
}));

export const irFreeformSubmoduleOptionsSchema: z.ZodType<IrFreeformSubmoduleOptions> = typed<IrFreeformSubmoduleOptions>(zod().record(zod().string(), zod().discriminatedUnion('kind', [irFreeformAttrTagTagSchema, irFreeformSubmoduleOptionGroupSchema])));

export const irFreeformSubmoduleOptionsInputSchema: z.ZodType<IrFreeformSubmoduleOptionsInput> = typed<IrFreeformSubmoduleOptionsInput>(zod().record(zod().string(), zod().discriminatedUnion('kind', [irFreeformAttrTagTagInputSchema, irFreeformSubmoduleOptionGroupInputSchema])));

export const irFreeformSubmoduleSchema: z.ZodType<IrFreeformSubmodule> = typed<IrFreeformSubmodule>(zod().strictObject({
  description: zod().string(),
  freeform: zod().lazy(() => irFreeformSchema).nullable(),
  kind: zod().literal(['submodule']),
  name: zod().string(),
  options: irFreeformSubmoduleOptionsSchema,
}), {
  'nix/bridge/ir-contract.nix': { description: 27, freeform: 112, kind: 22, name: 26, options: 111 },
});

export const irFreeformSubmoduleInputSchema: z.ZodType<IrFreeformSubmoduleInput> = typed<IrFreeformSubmoduleInput>(zod().strictObject({
  description: zod().string(),
  freeform: zod().lazy(() => irFreeformInputSchema).nullable().optional(),
  kind: zod().literal(['submodule']),
  name: zod().string(),
  options: irFreeformSubmoduleOptionsInputSchema.optional(),
}));

export const irFreeformUnknownSchema: z.ZodType<IrFreeformUnknown> = typed<IrFreeformUnknown>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['unknown']),
  name: zod().string(),
  reason: zod().literal(['type', 'depth', 'shallow']),
}), {
  'nix/bridge/ir-contract.nix': { description: 27, kind: 22, name: 26, reason: 79 },
});

export const irFreeformUnknownInputSchema: z.ZodType<IrFreeformUnknownInput> = typed<IrFreeformUnknownInput>(zod().strictObject({
  description: zod().string(),
  kind: zod().literal(['unknown']),
  name: zod().string(),
  reason: zod().literal(['type', 'depth', 'shallow']),
}));

export const irFreeformRefSchema: z.ZodType<IrFreeformRef> = typed<IrFreeformRef>(zod().strictObject({
  kind: zod().literal(['ref']),
  to: zod().string(),
}), {
  'nix/bridge/ir-contract.nix': { kind: 22, to: 82 },
});

export const irFreeformRefInputSchema: z.ZodType<IrFreeformRefInput> = typed<IrFreeformRefInput>(zod().strictObject({
  kind: zod().literal(['ref']),
  to: zod().string(),
}));

export const irFreeformSchema: z.ZodType<IrFreeform> = typed<IrFreeform>(zod().discriminatedUnion('kind', [irFreeform2Schema, irFreeform3Schema, irFreeformPathSchema, irFreeformStrMatchingSchema, irFreeformSeparatedStringSchema, irFreeformEnumSchema, irFreeform4Schema, irFreeformListOfSchema, irFreeformAttrsOfSchema, irFreeformAttrListOfSchema, irFreeformEitherSchema, irFreeformCoercedToSchema, irFreeformAttrTagSchema, irFreeformRemergedSchema, irFreeformFunctionToSchema, irFreeformSubmoduleSchema, irFreeformUnknownSchema, irFreeformRefSchema]));

export const irFreeformInputSchema: z.ZodType<IrFreeformInput> = typed<IrFreeformInput>(zod().discriminatedUnion('kind', [irFreeform2InputSchema, irFreeform3InputSchema, irFreeformPathInputSchema, irFreeformStrMatchingInputSchema, irFreeformSeparatedStringInputSchema, irFreeformEnumInputSchema, irFreeform4InputSchema, irFreeformListOfInputSchema, irFreeformAttrsOfInputSchema, irFreeformAttrListOfInputSchema, irFreeformEitherInputSchema, irFreeformCoercedToInputSchema, irFreeformAttrTagInputSchema, irFreeformRemergedInputSchema, irFreeformFunctionToInputSchema, irFreeformSubmoduleInputSchema, irFreeformUnknownInputSchema, irFreeformRefInputSchema]));

export const irSchema: z.ZodType<Ir> = typed<Ir>(zod().strictObject({
  freeform: irFreeformSchema.nullable(),
  options: irFreeformSubmoduleOptionsSchema,
  version: zod().literal(['gantry-ir/1']),
}), {
  'nix/bridge/ir-contract.nix': { freeform: 112, options: 111, version: 116 },
});

export const irInputSchema: z.ZodType<IrInput> = typed<IrInput>(zod().strictObject({
  freeform: irFreeformInputSchema.nullable().optional(),
  options: irFreeformSubmoduleOptionsInputSchema.optional(),
  version: zod().literal(['gantry-ir/1']),
}));
