/** Why a file may have to be written. */
export type Reason =
  | { readonly kind: 'new' | 'missing' | 'unlocked' | 'objects' | 'rule' | 'edited' | 'rendering' }
  | { readonly kind: 'secret' | 'opaque'; readonly reference: string }
  /** A Secret that a workload of the file rolls on is about to change. */
  | { readonly kind: 'roll'; readonly secret: string };

/** A reason as people read it. */
export function describeReason(reason: Reason): string {
  switch (reason.kind) {
    case 'new':
      return 'new';
    case 'missing':
      return 'the file is missing';
    case 'unlocked':
      return 'the lock file does not name it';
    case 'objects':
      return 'its module changed';
    case 'rule':
      return 'its creation rule changed';
    case 'edited':
      return 'it was edited by hand';
    case 'rendering':
      return 'it is printed differently';
    case 'secret':
      return `${reason.reference} changed in its store`;
    case 'opaque':
      return `${reason.reference} has no ciphertext to compare`;
    case 'roll':
      return `it rolls on Secret ${reason.secret}, which changes`;
  }
}
