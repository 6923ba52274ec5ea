import type { Severity } from '../../core/any-diagnostic.ts';

/** A Kubernetes object as a rule sees it: frozen, placeholders in their places, no secret value in it. */
export interface RuleObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name?: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** What a rule has to say about a place of an object. */
export interface RuleFinding {
  /** One sentence: what is wrong. */
  readonly message: string;
  /** Where: mapping keys and list indexes, as `['spec', 'containers', 0]`. Default: the object as a whole. */
  readonly path?: readonly (string | number)[];
  /** What to write instead. */
  readonly help?: string;
}

/** What a rule is given beside the object. */
export interface RuleContext {
  /** The manifest file, relative to the project root. */
  readonly file: string;
  readonly encrypted: boolean;
  /** All objects of the run, those of Lists one by one. */
  readonly objects: readonly RuleObject[];
  /** Whatever stands at a place of the object; undefined where nothing does. */
  at(...path: readonly (string | number)[]): unknown;
  report(finding: RuleFinding): void;
}

/** A rule of a project's own. */
export interface UserRule<T extends object = RuleObject> {
  /** `user/` and a name in lower case. */
  readonly id: `user/${string}`;
  /** `off`: it runs when `settings.rules` asks for it. */
  readonly severity: Severity | 'off';
  /** What the rule wants, in one line: `every Deployment names its owner`. */
  readonly title: string;
  /** Kinds to look at, as `Pod` or `apps/Deployment`; default: all. */
  readonly kinds?: readonly string[];
  /** Is called for each object; must not be asynchronous. */
  check(object: T, context: RuleContext): void;
}

/**
 * Says what a rule is; gantry.rules.ts exports a list of them as its default. `T` types the objects: with `kinds`, one
 * may name the type that these have, such as one of the package `kubernetes-types`. Nothing checks that it is right:
 * rules see objects that schemas may complain about in the same run.
 */
export function defineRule<T extends object = RuleObject>(rule: UserRule<T>): UserRule<T> {
  return rule;
}
