import type { PreparedPage } from '../../src/store/index.js';
import { page } from './pages.js';

const VICTIMS = [
  'Northwind',
  'Contoso Bank',
  'Fabrikam',
  '北风诊所',
  '北风诊所|Northwind Clinics',
  'Litware',
];

/** Pages about a few victims, some of them copies; the same for the same number. */
export function syntheticPages(count: number): PreparedPage[] {
  return Array.from({ length: count }, (_, i) => {
    const day = String(1 + ((i * 7) % 28)).padStart(2, '0');
    const text = Array.from({ length: 80 }, (_, w) => `word${((i % 40) * 131 + w * 17) % 1009}`).join(' ');
    return page(
      {
        path: `archive/2025/01/${day}/page-${i}.md`,
        published: `2025-01-${day}`,
        title: `Notice ${i % 40}`,
        source: `Desk ${i % 5}`,
        text: `${text} 数据泄露 ${i % 40}`,
      },
      i % 3 === 0
        ? []
        : [
            {
              victims: [VICTIMS[i % VICTIMS.length] ?? ''],
              types: i % 2 ? ['ransomware'] : ['data_breach'],
              counts: [{ value: 1000 + (i % 4) * 37 }],
            },
          ],
    );
  });
}
