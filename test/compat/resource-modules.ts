import fc from 'fast-check';

/**
 * Nix modules, as text, that define a few resources with everything that decides how definitions merge: several
 * modules, lists and attribute sets for one field, properties at every level, defaults.
 */
export function resourceModules(): fc.Arbitrary<string> {
  return fc
    .record({
      imports: fc.array(resources(), { maxLength: 2 }),
      own: resources(),
      namespace: fc.constantFrom('', 'kubernetes.namespace = "ns";'),
      defaults: fc.option(
        fc.tuple(fc.constantFrom('null', '"Deployment"', '"ConfigMap"'), metadata()),
      ),
    })
    .map(({ imports, own, namespace, defaults }) => {
      const imported = imports.map((each) => `{ kubernetes.resources = ${each}; }`).join(' ');
      const [kind, added] = defaults ?? ['null', '{ }'];
      return `{ lib, ... }: {
  imports = [ ${imported} ];
  ${namespace}
  kubernetes.customTypes = [ { group = "g.io"; version = "v1"; kind = "Foo"; attrName = "foos"; } ];
  kubernetes.api.defaults = [ { kind = ${kind}; default.metadata = ${added}; } ];
  kubernetes.resources = ${own};
}`;
    });
}

type Text = fc.Arbitrary<string>;

/** Mostly the same word: definitions that disagree are refused, and then there is nothing to compare. */
const word = fc.oneof(
  { arbitrary: fc.constant('"a"'), weight: 15 },
  { arbitrary: fc.constantFrom('"b"', '"c"'), weight: 1 },
);
const scalar = withProperty(word, 3);
const words = withOrder(fc.array(word, { maxLength: 3 }).map(list));
const labels = withProperty(attributes({ a: scalar, '"c/d"': scalar, _hidden: scalar }), 1);

function resources(): Text {
  const named = (resource: Text): Text => withProperty(attributes({ a: resource, b: resource }), 1);
  return attributes({
    deployments: named(
      attributes({
        metadata: metadata(),
        spec: attributes({
          replicas: withProperty(fc.constant('1'), 3),
          selector: attributes({ matchLabels: labels }),
          template: withProperty(attributes({ metadata: metadata(), spec: podSpec() }), 1),
        }),
      }),
    ),
    configMaps: named(attributes({ metadata: metadata(), data: labels })),
    roles: named(
      attributes({ rules: withOrder(some(attributes({ verbs: words, resources: words }))) }),
    ),
    foos: named(attributes({ metadata: metadata(), spec: attributes({ a: opaque, b: opaque }) })),
  });
}

/** Without properties: kubenix writes those of a custom resource into the manifest. */
const opaque = fc.constantFrom('"x"', '[ 1 ]', '{ x = 1; }', '{ y.z = "q"; }', 'null');

function metadata(): Text {
  return attributes({ name: scalar, labels, annotations: labels, finalizers: words });
}

function podSpec(): Text {
  const container = {
    image: scalar,
    args: words,
    env: keyed('name', ['X', 'Y'], { value: scalar }),
    ports: keyed('name', ['web', '10-x', '2-x'], { containerPort: fc.constant('80') }),
    volumeMounts: keyed('mountPath', ['/a', '/b'], { name: word, readOnly: fc.constant('true') }),
    securityContext: attributes({ capabilities: attributes({ drop: words }) }),
  };
  const containers = keyed('name', ['m', 'n'], container);
  const others = attributes({
    hostname: scalar,
    nodeSelector: labels,
    tolerations: withOrder(some(attributes({ key: scalar }))),
    volumes: keyed('name', ['v', 'w'], { emptyDir: fc.constant('{ }') }),
  });
  // kubenix refuses a pod without.
  return fc
    .tuple(containers, others)
    .map(([list, rest]) => `({ containers = ${list}; } // ${rest})`);
}

/** A field that merges by key, in one of its two forms. */
function keyed(key: string, names: readonly string[], members: Record<string, Text>): Text {
  const item = attributes(members);
  const asSet = attributes(
    Object.fromEntries(names.map((name) => [`"${name}"`, withProperty(item, 1)])),
  );
  const asList = fc
    .tuple(
      fc.shuffledSubarray([...names]),
      fc.array(item, { minLength: names.length, maxLength: names.length }),
    )
    .map(([chosen, items]) =>
      list(chosen.map((name, index) => `({ ${key} = "${name}"; } // ${items[index] ?? '{ }'})`)),
    );
  return fc.oneof(asSet, asList);
}

/** Any of the members. */
function attributes(members: Record<string, Text>): Text {
  const rows = Object.entries(members).map(([name, value]) =>
    fc.oneof(
      { arbitrary: fc.constant(''), weight: 1 },
      { arbitrary: value.map((text) => `${name} = ${text};`), weight: 1 },
    ),
  );
  return fc.tuple(...rows).map((present) => `{ ${present.join(' ')} }`);
}

function some(item: Text): Text {
  return fc.array(item, { maxLength: 2 }).map(list);
}

function list(items: readonly string[]): string {
  return `[ ${items.join(' ')} ]`;
}

/** `weight` in ten get a property around them. */
function withProperty(value: Text, weight: number): Text {
  const property = fc.constantFrom(
    'mkForce',
    'mkDefault',
    'mkIf true',
    'mkIf false',
    'mkOptionDefault',
    'mkOverride 900',
  );
  const wrapped = fc.tuple(property, value).map(([name, inner]) => `(lib.${name} ${inner})`);
  return fc.oneof({ arbitrary: value, weight: 10 - weight }, { arbitrary: wrapped, weight });
}

function withOrder(value: Text): Text {
  const order = fc.constantFrom('mkBefore', 'mkAfter', 'mkOrder 500');
  const wrapped = fc.tuple(order, value).map(([name, inner]) => `(lib.${name} ${inner})`);
  return withProperty(
    fc.oneof({ arbitrary: value, weight: 7 }, { arbitrary: wrapped, weight: 3 }),
    1,
  );
}
