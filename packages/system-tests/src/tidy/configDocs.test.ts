// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { ROOT } from './sources';

/** Dotted names of everything that `config.d.ts` declares. */
function declaredKeys(): string[] {
  const path = resolve(ROOT, 'plugins/preview-backend/config.d.ts');
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const keys: string[] = [];
  const visitType = (type: ts.TypeNode | undefined, prefix: string) => {
    if (!type) return;
    if (ts.isTypeLiteralNode(type)) {
      type.members.forEach(member => visitMember(member, prefix));
    } else if (ts.isArrayTypeNode(type)) {
      visitType(type.elementType, `${prefix}[]`);
    } else if (ts.isTypeReferenceNode(type)) {
      type.typeArguments?.forEach(each => visitType(each, `${prefix}[]`));
    } else if (ts.isParenthesizedTypeNode(type)) {
      visitType(type.type, prefix);
    } else if (ts.isUnionTypeNode(type)) {
      type.types.forEach(each => visitType(each, prefix));
    }
  };
  const visitMember = (member: ts.TypeElement, prefix: string) => {
    if (!ts.isPropertySignature(member)) return;
    const name = member.name.getText(source).replace(/['"]/g, '');
    const key = prefix ? `${prefix}.${name}` : name;
    keys.push(key);
    visitType(member.type, key);
  };
  source.statements
    .filter(ts.isInterfaceDeclaration)
    .forEach(each => each.members.forEach(member => visitMember(member, '')));
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
