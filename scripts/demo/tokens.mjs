// SPDX-License-Identifier: Apache-2.0
const ROLES = ['engineer', 'qa', 'auditor', 'admin'];

/** One API token per person, from the portal's demo sign-in. */
export async function issueTokens(portal) {
  const issued = await Promise.all(
    ROLES.map(async role => [role, await issueToken(portal, role)]),
  );
  return Object.fromEntries(issued);
}

async function issueToken(portal, role) {
  const answer = await fetch(`${portal}/api/auth/demo/refresh`, {
    headers: { 'x-demo-person': role },
  });
  if (!answer.ok) {
    throw new Error(`The portal refused a token for ${role}: ${answer.status}`);
  }
  return (await answer.json()).backstageIdentity.token;
}

/** Whether less than half of a token's life is left. */
export function isAging(token, now) {
  const { iat, exp } = JSON.parse(
    Buffer.from(token.split('.')[1], 'base64url').toString(),
  );
  return now / 1000 > (iat + exp) / 2;
}
