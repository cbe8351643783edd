// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';

/** Words stay whole: the table scrolls before it breaks them. */
const CELL = {
  whiteSpace: 'nowrap',
  wordBreak: 'normal',
  padding: '6px 8px',
} as const;

/** A small table that scrolls by itself where the page is narrow. */
export function PlainTable(props: {
  label: string;
  head: string[];
  rows: { id: string; cells: ReactNode[] }[];
}) {
  return (
    <div
      style={{ overflowX: 'auto' }}
      role="region"
      aria-label={props.label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has no mouse must be able to scroll it
      tabIndex={0}
    >
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            {props.head.map(word => (
              <TableCell key={word} style={CELL}>
                {word}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map(({ id, cells }) => (
            <TableRow key={id}>
              {cells.map((cell, index) => (
                <TableCell key={props.head[index]} style={CELL}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
