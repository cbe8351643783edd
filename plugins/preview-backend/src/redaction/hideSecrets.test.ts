// SPDX-License-Identifier: Apache-2.0
import { hideSecrets } from './hideSecrets';

describe('hideSecrets', () => {
  it.each([
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    ['DB_PASSWORD=hunter2 started', 'DB_PASSWORD=*** started'],
    ['{"apiKey":"abc","ok":1}', '{"apiKey":"***","ok":1}'],
    ['client_secret: "x y"', 'client_secret: "***"'],
    ['token=abc&x=1', 'token=***&x=1'],
    ['dbPassword=abc', 'dbPassword=***'],
    ['PGPASSWORD=abc psql', 'PGPASSWORD=*** psql'],
    ['DB_PASS=abc', 'DB_PASS=***'],
    ['{"clientSecret":"abc","n":1}', '{"clientSecret":"***","n":1}'],
    ['accessToken: abc', 'accessToken: ***'],
    ["secretAccessKey => 'abc'", "secretAccessKey => '***'"],
    ['signingKey=abc previewKey=pr-7', 'signingKey=*** previewKey=pr-7'],
    ['Authorization: Token abc def', 'Authorization: ***'],
    ['authorization: ApiKey abc\nok', 'authorization: ***\nok'],
    ['Authorization: Digest username="u", response="x"', 'Authorization: ***'],
    ['{"authorization":"Token abc","n":1}', '{"authorization":"***","n":1}'],
    ['Cookie: a=b; sid=abc\nGET /', 'Cookie: ***\nGET /'],
    ['Set-Cookie: sid=abc; Path=/', 'Set-Cookie: ***'],
    ['{"password":"a, b\\"c","n":1}', '{"password":"***","n":1}'],
    ["password='a b; c' n=1", "password='***' n=1"],
    ['password="cut off', 'password="***'],
    [
      '"{\\"password\\":\\"a b\\",\\"n\\":1}"',
      '"{\\"password\\":\\"***\\",\\"n\\":1}"',
    ],
    ['\\"secret\\":\\"a\\\\\\"b\\" c', '\\"secret\\":\\"***\\" c'],
    ['password=\\abc', 'password=***'],
    ['msg="password=abc" n=1', 'msg="password=***" n=1'],
    ['postgres://app:pw@db/shop', 'postgres://***@db/shop'],
    ['postgres://app:p@ss@db/shop', 'postgres://***@db/shop'],
    ['postgres://app:p/w@db/shop', 'postgres://***@db/shop'],
    ['at a://u:p/w@b,c://u:p/w@d now', 'at a://***@b,c://***@d now'],
    ['http://npm:4873/@shop/cart', 'http://npm:4873/@shop/cart'],
    ['https://npm.example.com/@shop/a:b', 'https://npm.example.com/@shop/a:b'],
    ['password=a,b end', 'password=*** end'],
    ['password=a,,b', 'password=***'],
    ['password=a, b', 'password=***, b'],
    ['password=a,b,user=bob', 'password=***,user=bob'],
    ['password=a,', 'password=***,'],
    ['jwt eyJhbGciOi.eyJzdWIi.c2ln end', 'jwt *** end'],
    ['using AKIAABCDEFGHIJKLMNOP now', 'using *** now'],
    ['push with ghp_0123456789abcdef', 'push with ***'],
    [
      'a\n-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\nb',
      'a\n***\nb',
    ],
    ['MII\n-----END PRIVATE KEY-----\nb', '***\nb'],
    ['a\n-----BEGIN PRIVATE KEY-----\nMII', 'a\n***'],
    ['monkey=1 listening on :8080', 'monkey=1 listening on :8080'],
    ['GET /cart 200', 'GET /cart 200'],
    ['x-preview-key=pr-7 other-key=pr-7', 'x-preview-key=pr-7 other-key=***'],
  ])('%j', (text, hidden) => {
    expect(hideSecrets(text)).toBe(hidden);
  });

  // Each would take minutes where a pattern goes back over what it has read.
  it.each([
    'eyJ-',
    'eyJ.',
    '-----BEGIN ',
    '-----END A ',
    'token ',
    'token="',
    'token',
    'token=\\',
    'token=\\"',
    'token=\\"token="',
    "cookie: '",
    'cookie:\t',
    'api_',
    '\\"',
    '//',
    '//a:',
    '//a:b/',
    '//a:/b',
    '//a:b/c@',
    'token=a,',
    'token=,a',
    ',a',
    'basic  ',
    'ghp_-',
  ])('ends on %j, very often', part => {
    const text = `${part.repeat(2 ** 18)}\nDB_PASSWORD=hunter2 end`;
    expect(hideSecrets(text)).not.toContain('hunter2');
  });
});
