// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { ROOT } from './sources';

/** Dotted names of everything below a type, `[]` for each list. */
function keysOfType(type: ts.TypeNode | undefined, prefix: string): string[] {
  if (!type) {
    return [];
  }
  if (ts.isTypeLiteralNode(type)) {
    return type.members.flatMap(member => keysOfMember(member, prefix));
  }
  if (ts.isArrayTypeNode(type)) {
    return keysOfType(type.elementType, `${prefix}[]`);
  }
  if (ts.isTypeReferenceNode(type)) {
    const given = type.typeArguments ?? [];
    return given.flatMap(each => keysOfType(each, `${prefix}[]`));
  }
  if (ts.isParenthesizedTypeNode(type)) {
    return keysOfType(type.type, prefix);
  }
  return ts.isUnionTypeNode(type)
    ? type.types.flatMap(each => keysOfType(each, prefix))
    : [];
}

function keysOfMember(member: ts.TypeElement, prefix: string): string[] {
  if (!ts.isPropertySignature(member)) {
    return [];
  }
  const name = member.name.getText().replace(/['"]/g, '');
  const key = prefix ? `${prefix}.${name}` : name;
  return [key, ...keysOfType(member.type, key)];
}

/** Everything that `config.d.ts` declares. */
function declaredKeys(): string[] {
  const path = resolve(ROOT, 'plugins/preview-backend/config.d.ts');
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const keys = source.statements
    .filter(ts.isInterfaceDeclaration)
    .flatMap(each => each.members.flatMap(member => keysOfMember(member, '')));
  return [...new Set(keys)].filter(key => key !== 'preview');
}

describe('configuration', () => {
  it('every key is documented, and every documented key exists', () => {
    const docs = readFileSync(resolve(ROOT, 'docs/configure.md'), 'utf8');
    const documented = [...docs.matchAll(/^\| `(preview\.[^`]+)`/gm)].map(
      ([, key]) => key,
    );
    const declared = declaredKeys();
    const leaves = declared.filter(
      key =>
        !declared.some(
          other => other.startsWith(`${key}.`) || other.startsWith(`${key}[].`),
        ),
    );
    expect([...documented].sort()).toEqual([...leaves].sort());
  });
});
