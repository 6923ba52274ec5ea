export { loadNix, type NixSource, type Schema } from './runtime/load-nix.ts';
export { NixLoadError } from './runtime/load-error.ts';
export type { AnyDiagnostic as Diagnostic, Origin, Severity } from './core/any-diagnostic.ts';
export {
  defineRule,
  type RuleContext,
  type RuleFinding,
  type RuleObject,
  type UserRule,
} from './validation/user-rules/define-rule.ts';
